import { dayInWords } from '#app/platform/calendar.ts';
import { describedBy, Label, Problem, type Field } from '#app/ui/parts/field.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';

import { directionOf } from '../../languages.ts';
import type { Catalogue, Reviewed, Translated } from '../model.ts';
import { stateNames } from './words.ts';

type Line = Reviewed & { hash: string | undefined };
type Props = {
  field: Field;
  label: string;
  language: Translated;
  chapters: Catalogue['chapters'];
  lines: readonly Line[];
  /** Whose box is there: those this step is about. */
  takes: (line: Line) => boolean;
};

/** Texts beside their English, in the order of the pages, each with a box of its own. */
export function LineList({ field, label, chapters, lines, ...rest }: Props) {
  const messages = Object.values(field.allErrors).flat();
  const chosen = Array.isArray(field.initialValue) ? field.initialValue : [field.initialValue];
  return (
    <fieldset
      id={field.id}
      tabIndex={-1}
      className="w-full"
      aria-describedby={describedBy(field, undefined, messages.length > 0)}
    >
      <Label as="legend">{label}</Label>
      <Problem id={field.errorId} messages={messages} />
      {chapters.map(({ name, title }) => {
        const within = lines.filter(({ chapter }) => chapter === name);
        return within.length === 0 ? null : (
          <section key={name} className="mt-6">
            <h2 className="text-lg">{title}</h2>
            <ul className="mt-2 border-b border-line">
              {within.map((line) => (
                <LineItem key={line.key} {...rest} {...{ field, line, chosen }} />
              ))}
            </ul>
          </section>
        );
      })}
    </fieldset>
  );
}

type ItemProps = Pick<Props, 'field' | 'language' | 'takes'> & { line: Line; chosen: readonly unknown[] };

function LineItem({ field, language, takes, line, chosen }: ItemProps) {
  const { key, hash, english, text } = line;
  const value = `${key}:${hash ?? ''}`;
  const box = hash !== undefined && takes(line);
  const said = (
    <>
      <span className="block" lang="en">
        {english}
      </span>
      <span className="mt-1 block text-lg" lang={language} dir={directionOf(language)}>
        {text ?? '…'}
      </span>
    </>
  );
  return (
    <li className="keep border-t border-line py-4">
      {box ? (
        <label className="flex items-start gap-3">
          <input
            type="checkbox"
            {...{ name: field.name, value, form: field.formId || undefined }}
            defaultChecked={chosen.includes(value)}
            className="choice"
          />
          <span className="min-w-0 grow">{said}</span>
        </label>
      ) : (
        <div>{said}</div>
      )}
      <Standing line={line} />
    </li>
  );
}

const tones = {
  approved: 'certified',
  unreviewed: 'watch',
  lapsed: 'watch',
  missing: 'suspended',
} as const satisfies Record<Reviewed['state'], string>;

const Standing = ({ line: { state, approved, key } }: { line: Line }) => (
  <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
    <StatusTag tone={tones[state]}>{stateNames[state]}</StatusTag>
    {approved && (state === 'approved' || state === 'lapsed') ? (
      <span>{`by ${approved.by} on ${dayInWords(approved.at.slice(0, 10))}`}</span>
    ) : null}
    <code>{key}</code>
  </p>
);
