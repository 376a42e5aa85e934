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
          {call.takes.length > 0 ? <Line term="Takes" text={call.takes.join(', ')} /> : null}
          <Line term="Answers" text={call.answers.join(', ')} />
          {call.refusals.length > 0 ? <Line term="Refuses" text={call.refusals.join(', ')} /> : null}
          {keyOf(call) ? <span className="block text-sm text-ink-2">{keyOf(call)}</span> : null}
        </>
      ),
    }))}
  />
);

const Line = ({ term, text }: { term: string; text: string }) => (
  <span className="block text-sm break-words text-ink-2">
    <code>{term}</code>: {text}
  </span>
);
