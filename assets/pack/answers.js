"use strict";

// What has been answered, without the page around it: kept as a draft, checked when it comes back,
// and written as an answers file. Nothing here touches the document.
const Answers = (() => {
  const SURENESS = ["guess", "informed", "evidenced"];
  const MOST_TEXT = 10000;
  const MOST_REASON = 500;
  const MOST_NAME = 200;
  const MOST_PRACTICES = 40;
  const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;
  const SURROGATES = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;

  // What an answers file refuses (pasted control characters, halves of a pair) becomes U+FFFD.
  function clean(text, most) {
    const bounded = String(text).slice(0, most).replace(/\r\n?/g, "\n");
    const paired = bounded.replace(SURROGATES, (found) => (found.length === 2 ? found : "\ufffd"));
    return paired.replace(UNPRINTABLE, "\ufffd");
  }

  function oneLine(text, most) {
    return clean(text, most).replace(/[\n\u0085\u2028\u2029]+/g, " ");
  }

  const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);

  function state(answer) {
    if (!answer) return "open";
    if (Number.isInteger(answer.level)) return "level";
    if (answer.unknown) return "unknown";
    if (answer.reason) return "not-applicable";
    if ((answer.ticked || []).length || (answer.apart || []).length) return "ticked";
    return "open";
  }

  // One practice ticked or not any more; “none of these” and the others take each other away.
  function toggled(question, answer, practice) {
    const ticked = new Set(answer.ticked || []);
    if (!ticked.delete(practice.id)) {
      for (const other of question.practices) if (practice.alone || other.alone) ticked.delete(other.id);
      ticked.add(practice.id);
    }
    return inOrder(question, ticked, new Set((answer.apart || []).filter((id) => !ticked.has(id))));
  }

  // A practice that does not apply, or applies again; “none of these” always does.
  function setApart(question, answer, practice) {
    const apart = new Set(answer.apart || []);
    if (!practice.alone && !apart.delete(practice.id)) apart.add(practice.id);
    return inOrder(question, new Set((answer.ticked || []).filter((id) => !apart.has(id))), apart);
  }

  function inOrder(question, ticked, apart) {
    const ids = question.practices.map((practice) => practice.id);
    return {ticked: ids.filter((id) => ticked.has(id)), apart: ids.filter((id) => apart.has(id))};
  }

  // One answer, with nothing in it that the page did not put there.
  function checked(found) {
    if (typeof found !== "object" || found === null) return null;
    const text = (key, most) => (typeof found[key] === "string" ? clean(found[key], most) : "");
    const answer = {note: text("note", MOST_TEXT), evidence: text("evidence", MOST_TEXT), at: oneLine(text("at", 40), 40)};
    if ([0, 1, 2, 3, 4].includes(found.level)) answer.level = found.level;
    else if (found.unknown === true) answer.unknown = true;
    else if (text("reason", MOST_REASON).trim()) answer.reason = oneLine(found.reason, MOST_REASON);
    for (const key of ["ticked", "apart"]) {
      const ids = Array.isArray(found[key]) ? found[key].filter((id) => typeof id === "string") : [];
      if (ids.length) answer[key] = ids.slice(0, MOST_PRACTICES);
    }
    if (["level", "ticked"].includes(state(answer)) && SURENESS.includes(found.sure)) answer.sure = found.sure;
    return answer;
  }

  function empty() {
    return {answers: new Map(), later: new Set(), place: "", name: "", singleKeys: true, goOn: false, kept: "", changed: "", saved: ""};
  }

  function toText(draft) {
    return JSON.stringify({...draft, answers: [...draft.answers], later: [...draft.later]});
  }

  // A draft from the browser's own store, or null: whatever stands there may be damaged or somebody else's.
  function fromText(text, ids) {
    let found;
    try {
      found = JSON.parse(text);
    } catch {
      return null;
    }
    if (typeof found !== "object" || found === null || !Array.isArray(found.answers)) return null;
    const draft = empty();
    for (const pair of found.answers) {
      const answer = Array.isArray(pair) && ids.has(pair[0]) ? checked(pair[1]) : null;
      if (answer) draft.answers.set(pair[0], answer);
    }
    for (const id of Array.isArray(found.later) ? found.later : []) if (ids.has(id)) draft.later.add(id);
    draft.place = ids.has(found.place) ? found.place : "";
    for (const key of ["name", "kept", "changed", "saved"]) {
      draft[key] = typeof found[key] === "string" ? oneLine(found[key], MOST_NAME) : "";
    }
    draft.singleKeys = found.singleKeys !== false;
    draft.goOn = found.goOn === true;
    return draft;
  }

  // As the file says it; nothing where nothing was said.
  function entry(answer, by) {
    const said = {};
    const how = state(answer);
    if (how === "level") {
      said.level = answer.level;
      if (answer.sure) said.confidence = answer.sure;
    }
    if (how === "ticked") {
      if ((answer.ticked || []).length) said.ticked = answer.ticked;
      if ((answer.apart || []).length) said.left_out = answer.apart;
      if (answer.sure && (answer.ticked || []).length) said.confidence = answer.sure;
    }
    if (how === "unknown") said.unknown = true;
    if (how === "not-applicable") said.not_applicable = answer.reason.trim();
    if (answer.note.trim()) said.note = answer.note.trim();
    const evidence = lines(answer.evidence);
    if (evidence.length) said.evidence = evidence;
    if (!Object.keys(said).length) return null;
    if (by) said.by = by;
    if (answer.at) said.at = answer.at;
    return said;
  }

  function toFile(pack, draft) {
    const by = pack.person.name || oneLine(draft.name, MOST_NAME).trim();
    const lane = Object.create(null);
    for (const question of pack.questions) {
      const answer = draft.answers.get(question.id);
      const said = answer && entry(answer, by);
      if (said) lane[question.id] = said;
    }
    const participant = {role: pack.person.role, lane: pack.side};
    if (by) participant.name = by;
    return JSON.stringify({...pack.answers, participants: [participant], [pack.side]: lane}, null, 2) + "\n";
  }

  return {SURENESS, MOST_TEXT, MOST_REASON, MOST_NAME, clean, oneLine, lines, state, toggled, setApart, empty, toText, fromText, toFile};
})();
