import type { MarkLanguage } from '../../../register/marks/model.ts';
import { inFours } from '../code/shown.ts';
import { complaintWords } from '../words/complaint-words.ts';
import {
  ChoiceList,
  LongText,
  ProblemSaid,
  ReportFrame,
  ReportLanguages,
  ShortText,
  type Problem,
} from './parts.tsx';

type Page = { language: MarkLanguage; reviewed: boolean };
export type Typed = { happened: string; whom: string; danger: string; child: string };

/** The short path: what happened, to whom it is laid, whether somebody is in danger. Everything else comes later. */
export function ReportPage({ language, reviewed, id, typed, problem }: Page & Asked) {
  const words = complaintWords[language];
  return (
    <ReportFrame {...{ language, reviewed }}>
      {problem ? null : <ReportLanguages {...{ language, path: 'report' }} />}
      <h1>{words.title}</h1>
      <ProblemSaid {...{ language, problem }} />
      {problem ? null : <Before language={language} />}
      <form method="post" action={`/${language}/report`}>
        <input type="hidden" name="id" value={id} />
        <LongText
          {...{
            name: 'happened',
            label: words.happened,
            hint: words.happenedHint,
            said: typed?.happened ?? '',
          }}
          problem={problem === 'empty' || problem === 'too_long'}
        />
        <ShortText {...{ name: 'whom', label: words.whom, hint: words.whomHint, said: typed?.whom }} />
        <ChoiceList
          {...{ name: 'danger', label: words.inDanger, said: [typed?.danger ?? ''] }}
          choices={[
            ['yes', words.yes],
            ['no', words.no],
          ]}
        />
        <label className="choice">
          <input type="checkbox" name="child" defaultChecked={typed?.child === 'on'} />
          {words.underAge}
        </label>
        <button>{words.send}</button>
      </form>
      <h2>{words.thenTitle}</h2>
      <p>{words.then}</p>
      <p>
        <a href={`/${language}/report/case`}>{words.haveCode}</a>
      </p>
    </ReportFrame>
  );
}

type Asked = { id: string; typed?: Typed | undefined; problem?: Problem | undefined };

/** What somebody should know before they write, in things they can do. */
function Before({ language }: { language: MarkLanguage }) {
  const words = complaintWords[language];
  return (
    <>
      <p>{words.lead}</p>
      <p>
        <strong>{words.danger}</strong> <a href={`/${language}/help`}>{words.help}</a>
      </p>
      <h2>{words.safeTitle}</h2>
      <ul className="plain">
        {words.safe.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </>
  );
}

/** Number and code, to be kept and typed back: the page that decides whether somebody ever comes back. */
export function SentPage({
  language,
  reviewed,
  number,
  passphrase,
}: Page & { number: string; passphrase: string }) {
  const words = complaintWords[language];
  return (
    <ReportFrame {...{ language, reviewed }}>
      <div className="answer certified" role="status">
        <h1>{words.sentTitle}</h1>
        <p>{words.sent}</p>
      </div>
      <dl className="code">
        <dt>{words.number}</dt>
        <dd dir="ltr">{number}</dd>
        <dt>{words.code}</dt>
        <dd dir="ltr">{inFours(passphrase)}</dd>
      </dl>
      <ul className="plain">
        {words.keep.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <form method="post" action={`/${language}/report/case`}>
        <input type="hidden" name="number" value={number} />
        <CodeField label={words.typeBack} />
        <button>{words.goOn}</button>
      </form>
    </ReportFrame>
  );
}

const CodeField = ({ label }: { label: string }) => (
  <>
    <label htmlFor="code">{label}</label>
    <input
      {...{ id: 'code', name: 'code', inputMode: 'numeric', dir: 'ltr', maxLength: 80, autoComplete: 'off' }}
      required
    />
  </>
);

/** Number and code are typed; a number that came with the page stays. */
export function ReturnPage({ language, reviewed, number = '', problem }: Page & Returning) {
  const words = complaintWords[language];
  return (
    <ReportFrame {...{ language, reviewed }}>
      {problem ? null : <ReportLanguages {...{ language, path: 'report/case' }} />}
      <h1>{words.backTitle}</h1>
      <ProblemSaid {...{ language, problem }} />
      <form method="post" action={`/${language}/report/case`}>
        <label htmlFor="number">{words.number}</label>
        <input
          {...{
            id: 'number',
            name: 'number',
            inputMode: 'numeric',
            dir: 'ltr',
            maxLength: 40,
            autoComplete: 'off',
          }}
          required
          defaultValue={number}
        />
        <CodeField label={words.code} />
        <button>{words.open}</button>
      </form>
      <p>
        <a href={`/${language}/report`}>{words.title}</a>
      </p>
    </ReportFrame>
  );
}

type Returning = { number?: string | undefined; problem?: Problem | undefined };
