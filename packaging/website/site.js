// SPDX-License-Identifier: MIT
// Every page works without this. With it, what a link leads to is opened, and the lists of clauses can be searched.
"use strict";

function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.tagName === "DETAILS") {
    target.open = true;
    target.scrollIntoView();
  }
}

function search(list) {
  const label = document.createElement("label");
  label.className = "search";
  label.textContent = "Search the clauses ";
  const input = document.createElement("input");
  input.type = "search";
  const found = document.createElement("output");
  label.append(input);
  list.before(label, found);
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/);
    let count = 0;
    for (const group of list.querySelectorAll(".group")) {
      let some = false;
      for (const item of group.querySelectorAll("li")) {
        const text = item.textContent.toLowerCase();
        item.hidden = !words.every((word) => text.includes(word));
        count += !item.hidden;
        some = some || !item.hidden;
      }
      group.hidden = !some;
    }
    found.textContent = input.value ? ` ${count} found` : "";
  });
}

window.addEventListener("hashchange", openTarget);
openTarget();
const list = document.querySelector(".filter:has(.group)");
if (list) {
  search(list);
}
