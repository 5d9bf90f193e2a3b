"use strict";

// Keys for reviewers. Every one of them only leads to what can be reached by Tab and pressed by
// hand; without this script the page is plain forms.
(() => {
  const KEYS_OFF = "praetor-keys-off";
  const opened = performance.now();
  const help = document.getElementById("help");
  const keysOn = document.getElementById("keys-on");
  document.documentElement.classList.add("js");

  const isTyping = (element) =>
    element.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");

  // --- settings ---------------------------------------------------------------------------------

  const areKeysOff = () => localStorage.getItem(KEYS_OFF) === "1";
  if (keysOn) {
    keysOn.checked = !areKeysOff();
    keysOn.addEventListener("change", () =>
      localStorage.setItem(KEYS_OFF, keysOn.checked ? "0" : "1"));
  }

  // --- what keys do -----------------------------------------------------------------------------

  const move = (step) => {
    const entries = [...document.querySelectorAll("[data-entry]")];
    if (entries.length === 0) {
      return false;
    }
    const at = entries.indexOf(document.activeElement);
    const next = at < 0 && step < 0 ? entries.length - 1 : at + step;
    const entry = entries[Math.min(entries.length - 1, Math.max(0, next))];
    entry.focus();
    entry.closest(".entry")?.scrollIntoView({ block: "nearest" });
    return true;
  };

  const choose = (digit) => {
    const group = document.activeElement.closest("fieldset.choices");
    const options = group?.querySelectorAll("input[type=radio]:not([value=''])");
    const option = options?.[digit - 1];
    option?.focus();
    option?.click();
    return option !== undefined;
  };

  const go = (element) => {
    if (element.dataset.do === "help") {
      help.showModal();
    } else if (element.dataset.do === "press") {
      element.click();
    } else if (element.matches("fieldset")) {
      (element.querySelector("input:checked") ?? element.querySelector("input")).focus();
    } else {
      element.focus();
    }
    element.scrollIntoView({ block: "nearest" });
  };

  const act = (key) => {
    if (key === "j" || key === "ArrowDown") {
      return move(1);
    }
    if (key === "k" || key === "ArrowUp") {
      if (move(-1)) {
        return true;
      }
    }
    if (/^[1-9]$/.test(key)) {
      return choose(Number(key));
    }
    const element = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (element) {
      go(element);
    }
    return element !== null;
  };

  document.addEventListener("keydown", (event) => {
    const from = event.target;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      document.querySelector("[data-save]")?.click();
      return;
    }
    if (event.key === "Escape" && isTyping(from)) {
      from.blur();
      return;
    }
    const isArrow = event.key.startsWith("Arrow");
    const isTaken = event.ctrlKey || event.metaKey || event.altKey || isTyping(from) || help?.open;
    if (isTaken || (isArrow && from.matches("input, summary, [role=region]"))) {
      return;
    }
    if (areKeysOff() && !isArrow && event.key !== "?") {
      return;
    }
    if (act(event.key)) {
      event.preventDefault();
    }
  });

  document.querySelector("[data-do=help]")?.addEventListener("click", (event) => {
    event.preventDefault();
    if (!help.open) {
      help.showModal();
    }
  });

  // --- forms ------------------------------------------------------------------------------------

  const judge = document.getElementById("judge");
  judge?.addEventListener("submit", () => {
    judge.elements.took_millis.value = String(Math.round(performance.now() - opened));
  });

  // A form that came back with the back button shows its case as it was: load it afresh.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      location.reload();
    }
  });

  // --- said aloud -------------------------------------------------------------------------------

  document.querySelector(".alert")?.focus();
  // A live region is read out when its text changes, not when it is there from the start.
  const notice = document.querySelector(".notice");
  if (notice) {
    const heard = document.createElement("p");
    heard.className = "heard";
    heard.setAttribute("role", "status");
    document.body.append(heard);
    setTimeout(() => { heard.textContent = notice.textContent; }, 200);
  }
})();
