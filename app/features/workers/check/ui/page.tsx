import { momentIn } from '#emails/language.ts';

import type { MarkLanguage } from '../../../register/marks/model.ts';
import { paperWords } from '../../../register/marks/words/paper-words.ts';
import { complaintWords } from '../../complaints/words/complaint-words.ts';
import { helpWords } from '../../help/words/words.ts';
import { directionOf } from '../../languages.ts';
import type { Answered, Spoken } from '../model.ts';
import { counts } from '../rules.ts';
import { checkWords } from '../words/check-words.ts';
import { SeveralAnswer, StandingAnswer, UnknownAnswer } from './answers.tsx';
import { JobAnswered, JobForm } from './job.tsx';
import { Listen } from './listen.tsx';
import { AskForm, Filled, Languages, NeverPay } from './parts.tsx';
import { SpeakerAnswer, SpeakerForm } from './speaker.tsx';

/** `reviewed`: somebody whose language it is has read all that the page says; where nobody has, the page says so. */
type Page = { language: MarkLanguage; answered: Answered | null; reviewed: boolean; spoken: Spoken | null };

/** The whole page of the check but for its frame. */
export const CheckPage = ({ language, answered, reviewed, spoken }: Page) => (
  <>
    <Top {...{ language, back: answered !== null }} />
    <main id="main">
      {answered ? <Answer {...{ language, answered, spoken }} /> : <FirstScreen language={language} />}
      {reviewed ? null : <small className="unreviewed">{checkWords[language].unreviewed}</small>}
    </main>
  </>
);

/** The register cannot be reached: no answer, and not a good one. */
export const NoAnswer = ({ language, spoken }: Pick<Page, 'language' | 'spoken'>) => (
  <>
    <title>{titleIn(language)}</title>
    <Top {...{ language, back: true }} />
    <main id="main">
      <div className="answer suspended">
        <h1>{checkWords[language].laterTitle}</h1>
        <p>{checkWords[language].later}</p>
      </div>
      <Listen {...{ language, spoken }} />
      <NeverPay language={language} whole={false} />
    </main>
  </>
);

/** Says neither whom somebody asked about nor that they were asked for money. */
export const titleIn = (language: MarkLanguage) => `${checkWords[language].check} · Fairroute`;

function Top({ language, back }: { language: MarkLanguage; back: boolean }) {
  const { again, leave } = checkWords[language];
  const arrow = directionOf(language) === 'rtl' ? '→' : '←';
  return (
    <header>
      <a href={`/${language}/check`}>{back ? `${arrow} ${again}` : 'Fairroute'}</a>
      <a href="https://www.wikipedia.org/" rel="noreferrer">
        {leave}
      </a>
    </header>
  );
}

function FirstScreen({ language }: { language: MarkLanguage }) {
  const { ask, kept } = checkWords[language];
  return (
    <>
      <Languages language={language} />
      <h1>{ask}</h1>
      <AskForm language={language} />
      <p>{`${paperWords[language].free} ${kept}`}</p>
      <NeverPay language={language} whole={false} />
    </>
  );
}

/** In the order somebody needs it: the answers, what they do not say, what is forbidden, what to do, what to keep. */
function Answer({ language, answered, spoken }: Omit<Page, 'reviewed'> & { answered: Answered }) {
  const { q, found, word, who, speaker, job } = answered;
  const say = checkWords[language];
  const entry = found.kind === 'one' ? found.entry : undefined;
  return (
    <>
      {entry ? <StandingAnswer {...{ language, entry, word }} /> : null}
      {found.kind === 'none' ? <UnknownAnswer {...{ language, q }} /> : null}
      {found.kind === 'several' ? <SeveralAnswer {...{ language, entries: found.entries }} /> : null}
      <Listen {...{ language, spoken }} />
      {entry && speaker ? <SpeakerAnswer {...{ language, entry, who, speaker }} /> : null}
      {entry && job ? <JobAnswered {...{ language, entry, job }} /> : null}
      {entry ? (
        <>
          <h2>{say.promiseTitle}</h2>
          <p>{say.promise}</p>
        </>
      ) : null}
      <h2>{say.nowTitle}</h2>
      <p>{entry && counts(entry.standing) ? say.nowCertified : say.nowStop}</p>
      {entry ? <SpeakerForm {...{ language, entry }} /> : null}
      {entry ? <JobForm {...{ language, entry }} /> : null}
      <NeverPay language={language} whole />
      <h2>{paperWords[language].wrong}</h2>
      <p>{say.proof}</p>
      <p>
        <a href={`/${language}/report`}>{complaintWords[language].title}</a>
      </p>
      <p>
        <a href={`/${language}/help`}>{helpWords[language].title}</a>
      </p>
      <Kept {...{ language, answered }} />
      <h2>{say.again}</h2>
      <AskForm language={language} />
      <Languages {...{ language, q }} />
    </>
  );
}

/** How old the answer is, and where it is given again: what is printed or sent says both. */
function Kept({ language, answered }: { language: MarkLanguage; answered: Answered }) {
  const { answered: told, keep } = checkWords[language];
  return (
    <>
      <p className="fresh">
        <Filled text={told} values={{ when: momentIn(language, new Date(answered.at)) }} />
      </p>
      <p>
        {keep} <bdi className="address">{answered.address}</bdi>
      </p>
    </>
  );
}
