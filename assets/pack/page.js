"use strict";

(() => {
  const TYPING_PAUSE = 400;
  const KEPT_LINK = 60000;

  const $ = (id) => document.getElementById(id);
  const setText = (id, text) => { $(id).textContent = Words.seen(text); };
  const pack = JSON.parse($("pack").textContent);
  const questions = pack.questions;
  const places = new Map(questions.map((question, place) => [question.id, place]));
  const storeKey = `readiness-pack/1 ${pack.id}`;

  let draft = Answers.empty();
  let screen = "start";
  let current = 0;
  let keeps = true; // whether this browser lets us keep a draft
  let typing = 0;

  const answerOf = (id) => draft.answers.get(id) || {note: "", evidence: "", at: ""};
  const here = () => answerOf(questions[current].id);
  const isOpen = (question) => Answers.state(answerOf(question.id)) === "open";
  const answered = () => questions.filter((question) => !isOpen(question)).length;
  const isSaved = () => Boolean(draft.saved) && draft.saved >= draft.changed;
  const now = () => new Date().toISOString();
  const say = (text) => setText("said", text);

  // Keeping

  function recall() {
    try {
      return Answers.fromText(localStorage.getItem(storeKey), places);
    } catch {
      keeps = false;
      return null;
    }
  }

  function keep() {
    clearTimeout(typing);
    typing = 0;
    draft.kept = now();
    try {
      localStorage.setItem(storeKey, Answers.toText(draft));
      keeps = true;
    } catch {
      keeps = false;
    }
    showHead();
  }

  function keepSoon() {
    clearTimeout(typing);
    typing = setTimeout(keep, TYPING_PAUSE);
  }

  function flush() {
    if (typing) keep();
  }

  function forget() {
    if (!confirm("Forget every answer on this page?")) return;
    try {
      localStorage.removeItem(storeKey);
    } catch {
      keeps = false;
    }
    draft = Answers.empty();
    open("start");
  }

  // Answering

  function change(changes, {isTyping = false} = {}) {
    draft.changed = now();
    draft.answers.set(questions[current].id, {...here(), ...changes, at: draft.changed});
    if (isTyping) keepSoon();
    else keep();
  }

  const anew = (changes) => ({level: undefined, unknown: undefined, reason: undefined, sure: undefined, ticked: undefined, apart: undefined, ...changes});

  function setLevel(level, isGuess) {
    const before = here().sure === "guess" ? undefined : here().sure;
    change(anew({level, sure: isGuess ? "guess" : before}));
    settled();
    if (draft.goOn && current + 1 < questions.length) step(1);
  }

  // What a digit means: a level, or the practice that has it; with Shift a guess, or that it does not apply.
  function digit(number, isShifted) {
    const question = questions[current];
    if (!question.practices) return number <= 4 ? setLevel(number, isShifted) : false;
    const practice = [...keyed(question)].find(([, key]) => key === String(number));
    return practice ? tick(practice[0], isShifted) : false;
  }

  function tick(practice, isApart) {
    const question = questions[current];
    const sure = here().sure;
    change(anew({...(isApart ? Answers.setApart : Answers.toggled)(question, here(), practice), sure}));
    settled();
  }

  // 1 to 9 are the first nine practices, 0 is “none of these”; the others have no key.
  function keyed(question) {
    const usual = question.practices.filter((practice) => !practice.alone);
    const alone = question.practices.filter((practice) => practice.alone);
    return new Map([...usual.slice(0, 9).map((one, place) => [one, String(place + 1)]), ...alone.slice(0, 1).map((one) => [one, "0"])]);
  }

  function setUnknown() {
    change(anew({unknown: true}));
    settled();
  }

  function settled() {
    $("reason-row").hidden = true;
    showAnswer();
    say(`${Words.status(here())}. ${answered()} of ${questions.length} answered.`);
  }

  function clearAnswer() {
    if (isOpen(questions[current])) return;
    change(anew({}));
    settled();
  }

  function askReason() {
    $("reason-row").hidden = false;
    $("reason").focus();
  }

  function setReason() {
    const reason = Answers.oneLine($("reason").value, Answers.MOST_REASON);
    if (reason.trim()) change(anew({reason}), {isTyping: true});
    else if (Answers.state(here()) === "not-applicable") change(anew({}), {isTyping: true});
    showAnswer();
  }

  function setSure(sure) {
    if (!["level", "ticked"].includes(Answers.state(here()))) return;
    change({sure});
    showAnswer();
    say(Words.SURE[sure]);
  }

  function nextSure() {
    const place = Answers.SURENESS.indexOf(here().sure || "informed");
    setSure(Answers.SURENESS[(place + 1) % Answers.SURENESS.length]);
  }

  function setBeside(key) {
    change({[key]: Answers.clean($(key).value, Answers.MOST_TEXT)}, {isTyping: true});
    showSure();
  }

  function toggleLater() {
    const id = questions[current].id;
    if (!draft.later.delete(id)) draft.later.add(id);
    keep();
    if (draft.later.has(id)) step(1);
    else showAnswer();
  }

  // Showing

  function showHead() {
    const count = answered();
    const left = questions.length - count;
    const words = left ? `${count} of ${questions.length}, about ${Words.minutes(left)} min left` : `All ${questions.length} answered`;
    setText("left", screen === "start" ? "" : words);
    $("done").style.width = `${(100 * count) / questions.length}%`;
    $("track").hidden = screen === "start";
    $("kept").classList.toggle("warns", !keeps);
    if (!keeps) setText("kept", "This browser keeps no draft. Save the answers file before you close the page.");
    else setText("kept", draft.kept ? `Draft kept here, ${Words.clock(draft.kept)}` : "");
  }

  function buildStart() {
    const {answers, person, side_name: side} = pack;
    document.body.dataset.side = pack.side;
    for (const badge of document.querySelectorAll(".badge")) badge.textContent = pack.side === "product" ? "P" : "E";
    setText("system", answers.system);
    setText("period", Words.period(answers.period));
    setText("side", side);
    const long = Words.counted(Words.minutes(questions.length), "minute");
    setText("start-heading", `${Words.counted(questions.length, "question")}, about ${long}`);
    setText("start-about", `${side}’s view of ${answers.system} in ${Words.period(answers.period)}. ${pack.title}.`);
    setText("for-whom", `For ${[person.name, person.role].filter(Boolean).join(", ")}`);
    const facts = [["In scope", [pack.scope_in]], ["Not in scope", [pack.scope_out]]].filter(([, told]) => told[0]);
    const ranked = pack.journeys.map((journey, place) => `${place + 1}. ${journey}`);
    if (ranked.length) facts.push(["“Critical” means, in this order", ranked]);
    $("frame").append(...facts.map(([term, told]) => Pieces.fact(term, told)));
    setText("expects", `Answer what you expect. ${pack.other_name} answers how it is.`);
    $("journeys").hidden = !ranked.length;
    $("journey-list").append(...pack.journeys.map((journey) => Pieces.make("li", journey)));
    $("sure").append(...Answers.SURENESS.map((sure) => Pieces.sureOption(sure, () => setSure(sure))));
  }

  function showStart() {
    $("name-row").hidden = Boolean(pack.person.name);
    $("person-name").value = draft.name;
    setText("begin-word", answered() ? "Go on" : "Begin");
    $("restored").hidden = !draft.kept;
    $("forget").hidden = !draft.kept;
    const moment = `${Words.day(draft.kept)}, ${Words.clock(draft.kept)}`;
    setText("restored", draft.kept ? `Your draft of ${moment} is here: ${answered()} of ${questions.length} answered.` : "");
  }

  function showQuestion() {
    const question = questions[current];
    const topic = questions.filter((one) => one.pillar === question.pillar && one.topic === question.topic);
    setText("pillar", question.pillar);
    setText("topic", question.topic);
    setText("place-in-topic", topic.length > 1 ? `question ${topic.indexOf(question) + 1} of ${topic.length}` : "");
    setText("prompt", question.prompt);
    setText("why", question.why);
    $("expects").hidden = !question.expectation;
    setText("place", `${current + 1} of ${questions.length}`);
    $("previous-question").disabled = current === 0;
    $("levels").setAttribute("role", question.practices ? "group" : "radiogroup");
    $("levels").className = question.practices ? "practices" : "levels";
    if (question.practices) {
      const keys = keyed(question);
      $("levels").replaceChildren(...question.practices.map((one) => Pieces.practiceRow(one, keys.get(one) || "", (event) => tick(one, event.shiftKey))));
    } else $("levels").replaceChildren(...question.levels.map((anchor, level) => Pieces.levelCard(level, anchor, () => setLevel(level, false))));
    for (const key of ["note", "evidence", "reason"]) $(key).value = here()[key] || "";
    $("reason-row").hidden = Answers.state(here()) !== "not-applicable";
    showAnswer();
  }

  function showAnswer() {
    const how = Answers.state(here());
    if (questions[current].practices) showTicks();
    else for (const [level, card] of [...$("levels").children].entries()) {
      const isChosen = how === "level" && here().level === level;
      card.setAttribute("aria-checked", String(isChosen));
      card.tabIndex = isChosen || (how !== "level" && level === 0) ? 0 : -1;
      card.querySelector(".tag").textContent = !isChosen ? "" : here().sure === "guess" ? "Chosen, a guess" : "Chosen";
    }
    $("answer-unknown").setAttribute("aria-pressed", String(how === "unknown"));
    $("answer-not-applicable").setAttribute("aria-pressed", String(how === "not-applicable"));
    setText("reason-said", how === "not-applicable" ? "" : "Needed: without a reason the answer stays as it was.");
    $("clear-answer").hidden = how === "open";
    $("come-back-later").setAttribute("aria-pressed", String(draft.later.has(questions[current].id)));
    showSure();
    showHead();
  }

  function showTicks() {
    const {ticked = [], apart = []} = Answers.state(here()) === "ticked" ? here() : {};
    for (const [place, row] of [...$("levels").children].entries()) {
      const id = questions[current].practices[place].id;
      row.setAttribute("aria-checked", String(ticked.includes(id)));
      row.classList.toggle("apart", apart.includes(id));
      row.querySelector(".tag").textContent = apart.includes(id) ? "Does not apply" : "";
    }
  }

  function showSure() {
    const isLevel = ["level", "ticked"].includes(Answers.state(here()));
    const isBare = here().sure === "evidenced" && !Answers.lines(here().evidence).length;
    for (const option of $("sure").children) {
      const isChosen = isLevel && (here().sure || "informed") === option.dataset.sure;
      option.setAttribute("aria-checked", String(isChosen));
      option.tabIndex = isChosen ? 0 : -1;
      option.disabled = !isLevel;
    }
    setText("sure-said", isBare ? "Without evidence beside it, it counts as informed." : "");
  }

  function showOverview() {
    const left = questions.length - answered();
    const later = draft.later.size ? ` ${Words.counted(draft.later.size, "question")} marked to come back to.` : "";
    setText("overview-heading", left ? `${answered()} of ${questions.length} answered` : `All ${questions.length} answered`);
    setText("overview-about", `${left ? "You can save now and send a fuller file later; what is open stays open." : "Save the answers file and send it back."}${later}`);
    $("save-answers").disabled = !hasAnything();
    $("first-open").hidden = !left;
    showSaved();
    const onGo = (id) => ask(places.get(id));
    $("all-questions").replaceChildren(...Pieces.grouped(questions).map((group) => Pieces.overviewGroup(group, draft, onGo)));
  }

  function showSaved() {
    const isStill = isSaved();
    $("saved").hidden = !draft.saved;
    $("saved").classList.toggle("warns", !isStill);
    $("by-hand").hidden = !isStill;
    $("as-text").value = isStill ? Answers.toFile(pack, draft) : "";
    if (isStill) setText("saved", `Saved at ${Words.clock(draft.saved)} as “${pack.file}”, where this browser puts its downloads. Send that file back to whoever gave you this page.`);
    else setText("saved", `Something changed since the file was saved at ${Words.clock(draft.saved)}. Save it again.`);
  }

  function showPaper() {
    const heading = Pieces.make("h1", `${pack.answers.system}, ${pack.answers.period}: ${pack.side_name}`);
    const who = pack.person.name || draft.name;
    const about = Pieces.make("p", `${who ? `${who}. ` : ""}${answered()} of ${questions.length} answered.`);
    $("paper").replaceChildren(heading, about, ...Pieces.grouped(questions).map((group) => Pieces.printedGroup(group, draft)));
  }

  // Going

  const shows = {start: showStart, question: showQuestion, overview: showOverview};
  const headings = {start: "start-heading", question: "prompt", overview: "overview-heading"};

  function open(name) {
    flush();
    screen = name;
    for (const one of Object.keys(shows)) $(one).hidden = one !== name;
    $("foot").hidden = name !== "question";
    shows[name]();
    showHead();
    scrollTo(0, 0);
    $(headings[name]).focus({preventScroll: true});
  }

  function ask(place) {
    current = place;
    draft.place = questions[place].id;
    open("question");
  }

  function step(by) {
    const place = current + by;
    if (place >= questions.length) open("overview");
    else if (place >= 0) ask(place);
  }

  const askPlace = () => ask(places.get(draft.place) ?? 0);

  function leave() {
    flush();
    if (screen === "overview") askPlace();
    else $(headings[screen]).focus({preventScroll: true});
  }

  function begin(event) {
    event.preventDefault();
    const name = Answers.oneLine($("person-name").value, Answers.MOST_NAME).trim();
    if (name !== draft.name) {
      draft.name = name;
      draft.changed = now();
      keep();
    }
    askPlace();
  }

  // Saving

  function hasAnything() {
    return questions.some((question) => !isOpen(question) || answerOf(question.id).note.trim() || answerOf(question.id).evidence.trim());
  }

  function save() {
    if (screen !== "overview") open("overview");
    if (!hasAnything()) {
      say("Nothing is answered yet, so there is nothing to save.");
      return;
    }
    const address = URL.createObjectURL(new Blob([Answers.toFile(pack, draft)], {type: "application/json"}));
    const link = Pieces.make("a");
    link.href = address;
    link.download = pack.file;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), KEPT_LINK);
    draft.saved = now();
    keep();
    showSaved();
  }

  // Keys

  // Up and down move between the members of a group, as people expect of a group of choices.
  function rove(by) {
    const group = document.activeElement.closest("[role=radiogroup], .practices");
    if (!group) return false;
    const members = [...group.children];
    members[(members.indexOf(document.activeElement) + by + members.length) % members.length].focus();
    return true;
  }

  const EVERYWHERE = {save, keys: showKeys, overview: () => open("overview"), leave};
  const ON_START = {enter: () => $("begin-form").requestSubmit()};
  const ON_QUESTION = {
    back: () => step(-1), on: () => step(1), enter: () => step(1), up: () => rove(-1), down: () => rove(1),
    unknown: setUnknown, "not-applicable": askReason, clear: clearAnswer, sure: nextSure, later: toggleLater,
    note: () => $("note").focus(), evidence: () => $("evidence").focus(),
  };
  for (let number = 0; number <= 9; number += 1) {
    ON_QUESTION[`level-${number}`] = () => digit(number, false);
    ON_QUESTION[`guess-${number}`] = () => digit(number, true);
  }
  const WAYS = {start: {...EVERYWHERE, ...ON_START}, question: {...EVERYWHERE, ...ON_QUESTION}, overview: EVERYWHERE};

  function onKey(event) {
    if ($("keys").open) return;
    const way = WAYS[screen][Keys.meaning(event, draft.singleKeys)];
    if (way && way() !== false) event.preventDefault();
  }

  function showKeys() {
    $("single-keys").checked = draft.singleKeys;
    $("go-on").checked = draft.goOn;
    $("keys").showModal();
  }

  function onSwitch() {
    draft.singleKeys = $("single-keys").checked;
    draft.goOn = $("go-on").checked;
    keep();
  }

  // The same page in two tabs keeps one draft: what the other tab kept last is shown here.
  function onOtherTab(event) {
    const found = event.key === storeKey && !typing ? Answers.fromText(event.newValue, places) : null;
    if (!found) return;
    draft = found;
    shows[screen]();
    showHead();
  }

  function onUnload(event) {
    flush();
    if (!keeps && draft.changed && !isSaved()) event.preventDefault();
  }

  function connect() {
    const clicks = {
      "answer-unknown": setUnknown, "answer-not-applicable": askReason, "clear-answer": clearAnswer,
      "previous-question": () => step(-1), "next-question": () => step(1), "come-back-later": toggleLater,
      "show-overview": () => open("overview"), "save-answers": save, "first-open": () => ask(questions.findIndex(isOpen)),
      "back-to-question": askPlace, "show-keys": showKeys, "close-keys": () => $("keys").close(), forget,
    };
    for (const [id, slot] of Object.entries(clicks)) $(id).addEventListener("click", slot);
    $("begin-form").addEventListener("submit", begin);
    $("reason").addEventListener("input", setReason);
    for (const key of ["note", "evidence"]) $(key).addEventListener("input", () => setBeside(key));
    for (const key of ["reason", "note", "evidence"]) $(key).addEventListener("blur", flush);
    for (const key of ["single-keys", "go-on"]) $(key).addEventListener("change", onSwitch);
    document.addEventListener("keydown", onKey);
    addEventListener("storage", onOtherTab);
    addEventListener("beforeprint", showPaper);
    addEventListener("pagehide", flush);
    addEventListener("beforeunload", onUnload);
  }

  draft = recall() || draft;
  buildStart();
  connect();
  open("start");
})();
