import { useNonce } from '#app/ui/parts/nonce.ts';

const ways = [
  ['j', 'next indicator'],
  ['k', 'the one before'],
  ['o', 'next open indicator'],
  ['p', 'the open one before'],
] as const;

const keys = {
  list: [...ways, ['Enter', 'open it']],
  indicator: [
    ['1 to 4', 'what you found, in the order of the page'],
    ['n', 'to the note'],
    ['e', 'to the evidence'],
    ['Esc', 'out of a text, so that keys are heard again'],
    ['s', 'save and go to the next open one'],
    ['f', 'save and raise a finding'],
    ...ways,
  ],
} as const;

/**
 * Single keys for people who work through many indicators. Off until they are switched on, and never heard while
 * somebody types: a key that acts by surprise is worse than none (WCAG 2.1.4). Once on, they are shown on every page.
 * Without scripts nothing of it shows.
 */
export function Keys({ on }: { on: keyof typeof keys }) {
  const nonce = useNonce();
  return (
    <details data-keys={on} hidden className="text-sm text-ink-2 print:hidden">
      <summary className="cursor-pointer">Work with single keys</summary>
      <label className="mt-2 flex items-start gap-3">
        <input type="checkbox" data-keys-switch="" className="choice" />
        <span>Keys are on, on this device</span>
      </label>
      <dl className="mt-2 grid grid-cols-[3.5rem_minmax(0,1fr)] gap-x-3">
        {keys[on].map(([key, does]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="font-semibold">{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <script type="module" src="/fieldwork-keys.js" nonce={nonce} />
    </details>
  );
}
