import { dayIn, momentIn } from '#emails/language.ts';

import type { MarkLanguage } from '../../../register/marks/model.ts';
import { complaintSections, type ComplaintSection, type ComplaintState } from '../model.ts';
import { complaintWords } from '../words/complaint-words.ts';
import { LongText, ProblemSaid, ReportFrame, type Problem } from './parts.tsx';
import { visitFields } from './visit.ts';

/** A case as its reporter sees it; times as ISO text. */
export type CaseShown = {
  number: string;
  state: ComplaintState;
  dueAt: string | null;
  messages: { by: 'reporter' | 'caseworker'; at: string; text: string | null }[];
  told: ComplaintSection[];
  /** What its reporter may do now beside writing. */
  mayWithdraw: boolean;
  mayAppeal: boolean;
};

type Page = { language: MarkLanguage; reviewed: boolean; visit: string };
type Shown = { shown: CaseShown; saved: boolean; problem?: Problem | undefined; typed?: string | undefined };

/** Where it stands, what was said, what more can be told, and the way out. */
export function CasePage({ language, reviewed, visit, shown, saved, problem, typed }: Page & Shown) {
  const words = complaintWords[language];
  const at = { language, visit };
  return (
    <ReportFrame {...{ language, reviewed }}>
      <h1>
        {words.number} <bdi className="one-line">{shown.number}</bdi>
      </h1>
      <ProblemSaid {...{ language, problem }} />
      {saved ? (
        <p role="status">
          <strong>{words.saved}</strong>
        </p>
      ) : null}
      <Stands {...{ language, shown }} />
      {shown.state === 'remedy_delivered' ? <Confirm {...at} /> : null}
      <Conversation {...{ language, shown }} />
      <Form {...at} act="message">
        <LongText {...{ name: 'text', label: words.reply, hint: words.replyHint, said: typed ?? '' }} />
        <button>{words.sendReply}</button>
      </Form>
      <More {...{ ...at, told: shown.told }} />
      <Form {...at} act="receipt" path="receipt">
        <small id="receipt-hint">{words.receiptHint}</small>
        <button className="quiet" aria-describedby="receipt-hint">
          {words.receipt}
        </button>
      </Form>
      <Rights {...{ ...at, shown }} />
      <Form {...at} act="leave">
        <button>{words.finish}</button>
      </Form>
    </ReportFrame>
  );
}

type At = { language: MarkLanguage; visit: string };
type FormProps = At & { act: string; path?: string; section?: string; children: React.ReactNode };

/** No address carries who somebody is: each step is a form. */
export const Form = ({ language, path = 'case', children, ...fields }: FormProps) => (
  <form method="post" action={`/${language}/report/${path}`}>
    {visitFields(fields).map(([name, value]) => (
      <input key={name} type="hidden" {...{ name, value }} />
    ))}
    {children}
  </form>
);

function Stands({ language, shown }: { language: MarkLanguage; shown: CaseShown }) {
  const words = complaintWords[language];
  return (
    <>
      <h2>{words.state}</h2>
      <p>{words.states[shown.state]}</p>
      {shown.dueAt ? <p>{words.until.replace('{when}', dayIn(language, shown.dueAt.slice(0, 10)))}</p> : null}
    </>
  );
}

function Conversation({ language, shown }: { language: MarkLanguage; shown: CaseShown }) {
  const words = complaintWords[language];
  return (
    <>
      <h2>{words.messages}</h2>
      {shown.messages.map(({ by, at, text }) => (
        <div className={`message ${by}`} key={`${at}${by}`}>
          <small>
            {by === 'reporter' ? words.you : words.caseworker}, {momentIn(language, new Date(at))}
          </small>
          <p dir="auto">{text}</p>
        </div>
      ))}
      {shown.messages.some(({ by }) => by === 'caseworker') ? null : <p>{words.noMessages}</p>}
    </>
  );
}

const Confirm = (at: At) => {
  const words = complaintWords[at.language];
  return (
    <>
      <h2>{words.confirmTitle}</h2>
      <Form {...at} act="remedy_came">
        <button>{words.confirmYes}</button>
      </Form>
      <Form {...at} act="remedy_missing">
        <button className="quiet">{words.confirmNo}</button>
      </Form>
    </>
  );
};

/** Each part is a page of its own, small enough for any line. */
const More = ({ told, ...at }: At & { told: readonly ComplaintSection[] }) => {
  const words = complaintWords[at.language];
  return (
    <>
      <h2>{words.more}</h2>
      <p>{words.moreHint}</p>
      {complaintSections.map((section) => (
        <Form key={section} {...at} act="show" section={section}>
          <button className="quiet">
            {words.sections[section]}
            {told.includes(section) ? ` ✓ ${words.told}` : ''}
          </button>
        </Form>
      ))}
    </>
  );
};

/** What may be said at any time: that somebody is punished for it, and that it is taken back. */
const Rights = ({ shown, ...at }: At & { shown: CaseShown }) => {
  const words = complaintWords[at.language];
  return (
    <>
      <Form {...at} act="reprisal">
        <button className="quiet">{words.reprisal}</button>
      </Form>
      {shown.mayAppeal ? (
        <Form {...at} act="appeal">
          <button className="quiet">{words.appeal}</button>
        </Form>
      ) : null}
      {shown.mayWithdraw ? (
        <details>
          <summary>{words.withdraw}</summary>
          <p>{words.withdrawHint}</p>
          <Form {...at} act="withdraw">
            <button className="quiet">{words.withdrawSure}</button>
          </Form>
        </details>
      ) : null}
    </>
  );
};

/** After the browser was asked to forget. */
export const LeftPage = ({ language, reviewed }: Omit<Page, 'visit'>) => (
  <ReportFrame {...{ language, reviewed }}>
    <h1>{complaintWords[language].finishedTitle}</h1>
    <p>{complaintWords[language].finished}</p>
  </ReportFrame>
);
