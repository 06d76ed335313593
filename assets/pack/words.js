"use strict";

// What is said, from values alone. Nothing here touches the document.
const Words = (() => {
  const LEVELS = ["Absent", "Ad hoc", "Partial", "In place", "Proven"];
  const SURE = {guess: "Guess", informed: "Informed", evidenced: "Evidenced"};
  const MINUTES_A_QUESTION = 0.5;
  const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

  // Names and questions come from people: marks that turn text round are shown as what they are.
  const seen = (text) => String(text).replace(TURNING, (mark) => `\u27e8U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}\u27e9`);

  const counted = (count, what) => `${count} ${what}${count === 1 ? "" : "s"}`;

  const minutes = (count) => Math.max(1, Math.round(count * MINUTES_A_QUESTION));

  function clock(at) {
    const moment = new Date(at);
    return Number.isNaN(moment.getTime()) ? "" : moment.toLocaleTimeString("en-GB", {hour: "2-digit", minute: "2-digit"});
  }

  function day(at) {
    const moment = new Date(at);
    return Number.isNaN(moment.getTime()) ? "" : moment.toLocaleDateString("en-GB", {day: "numeric", month: "long", year: "numeric"});
  }

  const period = (text) => text.replace("-", "\u2011");

  function ticks(answer) {
    const apart = (answer.apart || []).length;
    const said = `${(answer.ticked || []).length} ticked${answer.sure === "guess" ? ", a guess" : ""}`;
    return apart ? `${said}, ${apart} ${apart === 1 ? "does" : "do"} not apply` : said;
  }

  function status(answer) {
    const how = Answers.state(answer);
    if (how === "level") return `${answer.level} ${LEVELS[answer.level]}${answer.sure === "guess" ? ", a guess" : ""}`;
    if (how === "ticked") return ticks(answer);
    return {unknown: "Don’t know", "not-applicable": "Does not apply", open: "Not answered"}[how];
  }

  return {LEVELS, SURE, seen, counted, minutes, clock, day, period, status};
})();
