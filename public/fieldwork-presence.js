// Where the others of the team are, asked again while somebody works on this page. Whoever walks away is no longer told
// of, and a page left open keeps nobody signed in: it asks only within two minutes of a key, a touch or a click.
const place = document.querySelector('[data-presence]');
const browser = document.defaultView;
const every = 20_000;
const awayAfter = 120_000;
let workedAt = Date.now();

const say = (element, words) => {
  if (element.textContent !== words) element.textContent = words;
};

function tell({ team, at }) {
  for (const element of document.querySelectorAll('[data-presence-at]'))
    say(element, at[element.dataset.presenceAt] ?? '');
  say(place.querySelector('[data-presence-team]'), team);
  place.hidden = team === '';
}

async function ask() {
  if (document.hidden || Date.now() - workedAt > awayAfter) return;
  try {
    const answer = await browser.fetch(place.dataset.presence, { headers: { Accept: 'application/json' } });
    if (answer.ok && answer.headers.get('Content-Type')?.startsWith('application/json'))
      tell(await answer.json());
  } catch {
    // Without a network nothing is known of the others; what was said last stays.
  }
}

if (place) {
  for (const sign of ['keydown', 'pointerdown', 'scroll'])
    document.addEventListener(sign, () => (workedAt = Date.now()), { passive: true });
  document.addEventListener('visibilitychange', ask);
  browser.setInterval(ask, every);
}
