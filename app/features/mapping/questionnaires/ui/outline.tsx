import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { Section } from '#app/ui/page.tsx';

import type { Outline, OutlineQuestion, OutlineSection } from '../outline.ts';
import { typeNames } from './words.ts';

type Props = { outline: Outline; /** The address of the draft or version. */ base: string; edits: boolean };

/** The sections of a questionnaire with their questions; in a draft each leads to its form. */
export function OutlineView({ outline, base, edits }: Props) {
  return outline.sections.map((section) => (
    <Section
      key={section.name}
      title={section.title}
      aside={
        <>
          <TextLink to={`${base}/preview/${section.name}`}>{`Preview ${section.title}`}</TextLink>
          {edits ? (
            <>
              {' · '}
              <TextLink to={`${base}/sections/${section.name}`}>{`Change section ${section.title}`}</TextLink>
            </>
          ) : null}
        </>
      }
    >
      <Marks faults={section.faults} />
      <ol className="flex flex-col">
        {section.questions.map((question) => (
          <Line key={question.name} {...{ question, section, base, edits }} />
        ))}
      </ol>
      {edits ? (
        <div>
          <ButtonLink to={`${base}/sections/${section.name}/new-question`} kind="secondary" size="small">
            {`Add a question to ${section.title}`}
          </ButtonLink>
        </div>
      ) : null}
    </Section>
  ));
}

type LineProps = Pick<Props, 'base' | 'edits'> & {
  question: OutlineQuestion;
  section: OutlineSection;
  rows?: string;
};

function Line({ question, section, base, edits, rows }: LineProps) {
  const within = `${base}/sections/${section.name}`;
  const to = rows
    ? `${within}/rows/${rows}/columns/${question.name}`
    : `${within}/questions/${question.name}`;
  return (
    <li className="border-t border-line py-2">
      {edits ? <TextLink to={to}>{question.label}</TextLink> : question.label}
      <p className="text-sm text-ink-2">
        <code>{question.name}</code> · {typeNames[question.type]}
      </p>
      <Marks faults={question.faults} />
      {question.type === 'rows' ? (
        <ol className="mt-2 ms-5">
          {question.columns.map((column) => (
            <Line key={column.name} question={column} rows={question.name} {...{ section, base, edits }} />
          ))}
          {edits ? (
            <li className="border-t border-line py-2">
              <TextLink to={`${within}/rows/${question.name}/new-column`}>
                {`Add a column to ${question.label}`}
              </TextLink>
            </li>
          ) : null}
        </ol>
      ) : null}
    </li>
  );
}

const Marks = ({ faults }: { faults: readonly string[] }) =>
  faults.map((fault) => (
    <p key={fault} className="text-sm font-semibold break-words text-watch">
      {fault}
    </p>
  ));
