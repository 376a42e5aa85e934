// Single keys for working through indicators: off until switched on, and never heard while somebody types.
const place = document.querySelector('[data-keys]');
const choice = document.querySelector('[data-keys-switch]');
const kept = 'fieldwork-keys';

const remembered = () => {
  try {
    return document.defaultView.localStorage.getItem(kept) === 'on';
  } catch {
    return false;
  }
};
const remember = (on) => {
  try {
    document.defaultView.localStorage.setItem(kept, on ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing asks again on the next page.
  }
};

const rows = () => [...document.querySelectorAll('[data-key-row]')];

function move(by) {
  const all = rows();
  const here = all.findIndex((row) => row === document.activeElement || row.ariaCurrent === 'page');
  const next = all[here < 0 ? 0 : Math.min(Math.max(here + by, 0), all.length - 1)];
  if (place.dataset.keys === 'indicator') next?.click();
  else next?.focus();
}

function choose(number) {
  const answer = document.querySelectorAll('input[type="radio"][name="conformity"]')[number - 1];
  answer?.focus();
  answer?.click();
}

const acts = {
  j: () => move(1),
  k: () => move(-1),
  n: () => document.querySelector('textarea[name="note"]')?.focus(),
  s: () => document.querySelector('button[name="next"][value="indicator"]')?.click(),
};

const typing = (target) =>
  target.matches?.('textarea, select, [contenteditable], input:not([type="radio"]):not([type="checkbox"])');

if (place && choice) {
  place.hidden = false;
  choice.checked = remembered();
  choice.addEventListener('change', () => remember(choice.checked));
  document.addEventListener('keydown', (event) => {
    if (!choice.checked || event.altKey || event.ctrlKey || event.metaKey || typing(event.target)) return;
    const act = acts[event.key] ?? (/^[1-4]$/.test(event.key) ? () => choose(Number(event.key)) : undefined);
    if (!act) return;
    event.preventDefault();
    act();
  });
}
