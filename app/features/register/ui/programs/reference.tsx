import type { ReactNode } from 'react';

import { Summary } from '#app/ui/page.tsx';

type Told = {
  method: string;
  path: string;
  what: string;
  scope: string | null;
  keyed: boolean;
  parameters: { name: string; description: string }[];
  takes: string[];
  answers: string[];
  refusals: string[];
};

const keyOf = ({ scope, keyed }: Told) =>
  scope === null ? null : keyed ? `Needs a key made for ${scope}` : `With a key: one made for ${scope}`;

/** Every call: its address, what it takes and answers, and the codes it may be refused with. */
export const Reference = ({ calls }: { calls: readonly Told[] }) => (
  <Summary
    terms="lines"
    items={calls.map((call) => ({
      term: (
        <code className="break-all">
          {call.method.toUpperCase()} {call.path}
        </code>
      ),
      value: (
        <>
          {call.what}.
          {call.parameters.map(({ name, description }) => (
            <Line key={name} term={name} text={description} />
          ))}
          {call.takes.length > 0 ? <Also>Takes {call.takes.join(', ')}</Also> : null}
          <Also>Answers {call.answers.join(', ')}</Also>
          {call.refusals.length > 0 ? <Also>Refuses with {call.refusals.join(', ')}</Also> : null}
          {keyOf(call) ? <Also>{keyOf(call)}</Also> : null}
        </>
      ),
    }))}
  />
);

/** The description marks codes as OpenAPI has it; here they are read as words. */
const Line = ({ term, text }: { term: string; text: string }) => (
  <Also>
    <code>{term}</code>: {text.replaceAll('`', '')}
  </Also>
);

const Also = ({ children }: { children: ReactNode }) => (
  <span className="block text-sm break-words text-ink-2">{children}</span>
);
