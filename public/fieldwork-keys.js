// Single keys for working through indicators: off until switched on, and never heard while somebody types.
const place = document.querySelector('[data-keys]');
const choice = document.querySelector('[data-keys-switch]');
const form = document.querySelector('form:has(input[type="radio"][name="conformity"])');
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

/** On the list: to the next row in this direction, of the open ones alone where those are asked for. */
function move(by, open) {
  const all = [...document.querySelectorAll('[data-key-row]')];
  const here = all.indexOf(document.activeElement);
  const onward = by > 0 ? all.slice(here + 1) : all.slice(0, Math.max(here, 0)).reverse();
  onward.find((row) => !open || row.dataset.keyRow === 'open')?.focus();
}

const press = (selector) => document.querySelector(selector)?.click();
const way = (name) => press(`[data-key-way~="${name}"]`);
const save = (next) => press(`button[name="next"][value="${next}"]`);
const goTo = (name) => form?.querySelector(`textarea[name="${name}"]`)?.focus();

function choose(number) {
  const answer = form?.querySelectorAll('input[type="radio"][name="conformity"]')[number - 1];
  answer?.focus();
  answer?.click();
}

const acts = {
  list: { j: () => move(1), k: () => move(-1), o: () => move(1, true), p: () => move(-1, true) },
  indicator: {
    j: () => way('next'),
    k: () => way('previous'),
    o: () => way('nextOpen'),
    p: () => way('previousOpen'),
    n: () => goTo('note'),
    e: () => goTo('evidence'),
    s: () => save('indicator'),
    f: () => save('finding'),
    ...Object.fromEntries([1, 2, 3, 4].map((number) => [number, () => choose(number)])),
  },
};

const typing = (target) =>
  target.matches?.('textarea, select, [contenteditable], input:not([type="radio"]):not([type="checkbox"])');

function hear(event) {
  if (!choice.checked || event.defaultPrevented || event.isComposing) return;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (typing(event.target)) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  const own = acts[place.dataset.keys];
  // A key held down in the list goes on; on an indicator it would save or leave more than once.
  if (!Object.hasOwn(own, event.key) || (event.repeat && own !== acts.list)) return;
  event.preventDefault();
  own[event.key]();
}

/** What was written and not saved is not left behind by a key or a link: the browser asks first. */
function askBeforeLeaving() {
  const written = () => JSON.stringify([...new document.defaultView.FormData(form)]);
  const before = written();
  let sending = false;
  form.addEventListener('submit', () => (sending = true));
  document.defaultView.addEventListener('pageshow', () => (sending = false));
  document.defaultView.addEventListener('beforeunload', (event) => {
    if (!sending && written() !== before) event.preventDefault();
  });
}

if (place && choice) {
  place.hidden = false;
  choice.checked = remembered();
  place.open = choice.checked;
  choice.addEventListener('change', () => remember(choice.checked));
  document.addEventListener('keydown', hear);
}
if (form) askBeforeLeaving();
