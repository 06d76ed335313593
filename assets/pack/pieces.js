"use strict";

// Parts of the page, made anew from values. Text goes in as text, never as markup.
const Pieces = (() => {
  function make(tag, text = "", kind = "") {
    const made = document.createElement(tag);
    if (text) made.textContent = Words.seen(text);
    if (kind) made.className = kind;
    return made;
  }

  function makeButton(id, text, kind, onClick) {
    const made = make("button", text, kind);
    made.type = "button";
    made.id = id;
    made.addEventListener("click", onClick);
    return made;
  }

  function levelCard(level, anchor, onClick) {
    const card = makeButton(`level-${level}`, "", "card", onClick);
    card.setAttribute("role", "radio");
    card.setAttribute("aria-label", `${level}, ${Words.LEVELS[level]}. ${Words.seen(anchor)}`);
    const steps = make("span", "", `steps steps-${level}`);
    for (let bar = 0; bar < 4; bar += 1) steps.append(make("i"));
    const head = make("span", "", "card-head");
    head.append(make("kbd", String(level)), steps);
    card.append(head, make("span", Words.LEVELS[level], "level-name"), make("span", anchor, "anchor"), make("span", "", "tag"));
    return card;
  }

  function practiceRow(practice, key, onClick) {
    const row = makeButton(`practice-${practice.id}`, "", "practice", onClick);
    row.setAttribute("role", "checkbox");
    row.setAttribute("aria-label", [key, Words.seen(practice.title)].filter(Boolean).join(", "));
    const words = make("span", practice.title, "anchor");
    row.append(...(key ? [make("kbd", key)] : [make("span", "", "no-key")]), make("span", "", "box"), words, make("span", "", "tag"));
    return row;
  }

  function sureOption(sure, onClick) {
    const option = makeButton(`sure-${sure}`, Words.SURE[sure], "", onClick);
    option.dataset.sure = sure;
    option.setAttribute("role", "radio");
    return option;
  }

  function fact(term, told) {
    const pair = make("div");
    pair.append(make("dt", term), ...told.map((text) => make("dd", text)));
    return pair;
  }

  function grouped(questions) {
    const found = new Map();
    for (const question of questions) {
      const name = `${question.pillar} › ${question.topic}`;
      found.set(name, [...(found.get(name) || []), question]);
    }
    return [...found];
  }

  function overviewGroup([name, members], draft, onGo) {
    const isOpen = (question) => Answers.state(draft.answers.get(question.id)) === "open";
    const group = make("section", "", "group");
    const heading = make("h2", name);
    heading.append(make("span", ` ${members.filter((one) => !isOpen(one)).length} of ${members.length}`, "quiet"));
    const list = make("ul");
    for (const question of members) {
      const later = draft.later.has(question.id) ? ", come back later" : "";
      const row = makeButton(`go-${question.id}`, "", `go ${isOpen(question) ? "open" : ""}`, () => onGo(question.id));
      row.append(make("span", question.prompt, "go-prompt"), make("span", `${Words.status(draft.answers.get(question.id))}${later}`, "go-status"));
      const item = make("li");
      item.append(row);
      list.append(item);
    }
    group.append(heading, list);
    return group;
  }

  // On paper every question stands with its levels; what was chosen is marked in words too.
  function printed(question, answer) {
    const block = make("article");
    const list = make(question.practices ? "ul" : "ol");
    for (const practice of question.practices || []) {
      const isTicked = Answers.state(answer) === "ticked" && (answer.ticked || []).includes(practice.id);
      const isApart = Answers.state(answer) === "ticked" && (answer.apart || []).includes(practice.id);
      list.append(make("li", `${isTicked ? "[×]" : isApart ? "[–]" : "[  ]"} ${practice.title}`, isTicked ? "chosen" : ""));
    }
    for (const [level, anchor] of question.levels.entries()) {
      const isChosen = Answers.state(answer) === "level" && answer.level === level;
      list.append(make("li", `${isChosen ? "[×]" : "[  ]"} ${level} ${Words.LEVELS[level]}: ${anchor}`, isChosen ? "chosen" : ""));
    }
    const reason = answer && answer.reason ? `: ${answer.reason}` : "";
    block.append(make("h3", question.prompt), list, make("p", `Answer: ${Words.status(answer)}${reason}`));
    if (answer && answer.note) block.append(make("p", `Note: ${answer.note}`));
    for (const line of answer ? Answers.lines(answer.evidence) : []) block.append(make("p", `Evidence: ${line}`));
    return block;
  }

  function printedGroup([name, members], draft) {
    const group = make("section");
    group.append(make("h2", name), ...members.map((question) => printed(question, draft.answers.get(question.id))));
    return group;
  }

  return {make, levelCard, practiceRow, sureOption, fact, grouped, overviewGroup, printedGroup};
})();
