"use strict";

// What a key press means, in plain words; text fields keep theirs.
const Keys = (() => {
  const MOVES = {ArrowLeft: "back", PageUp: "back", ArrowRight: "on", PageDown: "on", ArrowUp: "up", ArrowDown: "down", Delete: "clear", Escape: "leave"};
  const LETTERS = {d: "unknown", x: "not-applicable", n: "note", e: "evidence", c: "sure", l: "later", o: "overview", s: "save"};

  function meaning(event, hasSingleKeys) {
    if (event.isComposing || event.altKey) return "";
    if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === "s" && !event.shiftKey ? "save" : "";
    if (event.target.matches("textarea, input[type=text]")) return event.key === "Escape" ? "leave" : "";
    if (event.key === "?") return "keys";
    if (event.key === "Enter") return event.target.closest("button, summary, a, input") ? "" : "enter";
    if (MOVES[event.key]) return event.shiftKey ? "" : MOVES[event.key];
    return hasSingleKeys ? single(event) : "";
  }

  // A digit by its place, so that Shift with it is a guess whatever the layout makes of it: of a level up to 4,
  // or of a practice, where Shift means that it does not apply.
  function single(event) {
    const digit = event.code ? /^(?:Digit|Numpad)([0-9])$/.exec(event.code) : /^([0-9])$/.exec(event.key);
    if (digit) return `${event.shiftKey ? "guess" : "level"}-${digit[1]}`;
    return event.shiftKey ? "" : LETTERS[event.key.toLowerCase()] || "";
  }

  return {meaning};
})();
