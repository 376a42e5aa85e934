import { dayInWords } from '#app/platform/calendar.ts';
import { countryName } from '#app/platform/places.ts';
import { Icon, type IconName } from '#app/ui/icons.tsx';

import type { StandingStatus } from '../../certificates/model.ts';
import type { CheckResult } from '../check.server.ts';
import type { RegisterEntry } from '../model.ts';

/** The question, large enough for any thumb. */
export const CheckForm = () => (
  <>
    <h1>Is this recruiter certified?</h1>
    <form action="/en/check">
      <label htmlFor="q">Name or number of the agency</label>
      <input id="q" name="q" type="search" autoComplete="off" maxLength={200} required />
      <button>Check</button>
    </form>
    <p>No name, no account. We do not keep what you ask.</p>
    <NeverPay />
  </>
);

type Words = { look: string; icon: IconName; title: string; text: (entry: RegisterEntry) => string };

const since = ({ standing }: RegisterEntry) => dayInWords(standing.since.slice(0, 10));

/** What each standing means for somebody who is asked for money. */
const words: Record<StandingStatus, Words> = {
  certified: {
    look: 'certified',
    icon: 'shield-tick',
    title: 'Certified',
    text: (entry) =>
      `${entry.name} is certified since ${since(entry)}. It must not take money from you. If somebody asks you to pay, it is wrong: tell us.`,
  },
  certified_under_watch: {
    look: 'watch',
    icon: 'clock',
    title: 'Certified, but be careful',
    text: (entry) =>
      entry.standing.reasonClass === 'special_audit'
        ? `${entry.name} is certified. Somebody is looking at how it works. It must not take money from you.`
        : `${entry.name} is certified. It has to put something right. It must not take money from you.`,
  },
  suspended: {
    look: 'suspended',
    icon: 'octagon-stroke',
    title: 'Stopped. Do not pay.',
    text: (entry) => `The certificate of ${entry.name} does not count since ${since(entry)}.`,
  },
  withdrawn: {
    look: 'suspended',
    icon: 'octagon-stroke',
    title: 'Not certified any more. Do not pay.',
    text: (entry) => `${entry.name} has had no certificate since ${since(entry)}.`,
  },
  expired: {
    look: 'withdrawn',
    icon: 'circle-slash',
    title: 'Not certified any more',
    text: (entry) =>
      entry.standing.reasonClass === null
        ? `The certificate of ${entry.name} came to its end on ${since(entry)}. Do not pay.`
        : `The certificate of ${entry.name} was stopped, and came to its end on ${since(entry)}. Do not pay.`,
  },
  applicant: {
    look: 'applicant',
    icon: 'open-circle',
    title: 'Not certified yet',
    text: (entry) =>
      `${entry.name} has asked to be certified. We have not said yes. It may still be lawful. Do not pay.`,
  },
  not_certified: {
    look: 'withdrawn',
    icon: 'circle-slash',
    title: 'Not certified',
    text: (entry) => `${entry.name} asked to be certified. We said no. Do not pay.`,
  },
};

const Answer = ({ entry }: { entry: RegisterEntry }) => {
  const { look, icon, title, text } = words[entry.standing.status];
  return (
    <>
      <div className={`answer ${look}`}>
        <Icon name={icon} size={44} />
        <h1>{title}</h1>
        <p>{text(entry)}</p>
      </div>
      <p>
        {entry.name}
        {entry.nameLocal ? ` · ${entry.nameLocal}` : ''} · {countryName(entry.country)} ·{' '}
        {entry.registrationNumber}
      </p>
      <p>
        This says nothing about one job. Ask to see the job order, the contract and the name of the employer,
        and keep a copy.
      </p>
    </>
  );
};

export function CheckAnswer({ q, answer }: { q: string; answer: CheckResult }) {
  return (
    <>
      {answer.kind === 'one' ? <Answer entry={answer.entry} /> : null}
      {answer.kind === 'none' ? (
        <div className="answer suspended">
          <Icon name="octagon-stroke" size={44} />
          <h1>We do not know this name</h1>
          <p>“{q}” is not certified. That does not mean it is safe. Do not pay.</p>
        </div>
      ) : null}
      {answer.kind === 'several' ? <Several entries={answer.entries} /> : null}
      <NeverPay />
      <h2>Asked to pay, or told something untrue?</h2>
      <p>
        Keep every receipt and message, and tell the complaints office of the scheme. The recruiter is not
        told your name.
      </p>
      <h2>Check another one</h2>
      <form action="/en/check">
        <label htmlFor="q">Name or number of the agency</label>
        <input id="q" name="q" type="search" autoComplete="off" maxLength={200} required />
        <button>Check</button>
      </form>
    </>
  );
}

const Several = ({ entries }: { entries: readonly RegisterEntry[] }) => (
  <>
    <h1>{entries.length === 1 ? 'Is it this one?' : 'Which one is it?'}</h1>
    <ul>
      {entries.map((entry) => (
        <li key={entry.registrationNumber}>
          <a href={`/en/check?q=${entry.registrationNumber}`}>
            {entry.name}, {countryName(entry.country)}
          </a>
        </li>
      ))}
    </ul>
    <p>{entries.length === 1 ? 'Not this one?' : 'None of these?'} Then we do not know it. Do not pay.</p>
  </>
);

/** What nobody may charge, in the words of the fee list (domain 3.2). */
const NeverPay = () => (
  <>
    <h2>Nobody may ask you to pay for</h2>
    <ul>
      {['finding you the job', 'visa, medical test, training or ticket', 'a deposit, a bond or a loan'].map(
        (item) => (
          <li key={item}>
            <span className="no" aria-hidden="true">
              ✕
            </span>
            {item}
          </li>
        ),
      )}
    </ul>
    <p>Nobody may keep your passport.</p>
  </>
);
