import { corridorIn } from '#app/platform/places.ts';
import { shownPhone } from '#app/platform/names/phone.ts';
import { Icon } from '#app/ui/icons.tsx';

import type { MarkLanguage } from '../../../register/marks/model.ts';
import type { Agency, Speaker } from '../model.ts';
import { checkWords } from '../words/check-words.ts';
import { Filled } from './parts.tsx';

type Told = { language: MarkLanguage; entry: Agency; who: string };

/** Whether somebody who talks to a worker is known to the agency; a yes is green only where the agency's answer is. */
export function SpeakerAnswer({ speaker, ...told }: Told & { speaker: Speaker }) {
  if (speaker.kind === 'no') return <Unknown {...told} phones={speaker.phones} />;
  const { language, entry, who } = told;
  const say = checkWords[language];
  // Of an agency that something is wrong with, a yes is only so much.
  const green = entry.standing.status === 'certified';
  const agent =
    speaker.kind === 'agent'
      ? `${speaker.name}, ${speaker.place}, ${corridorIn(language, speaker.country)}`
      : '';
  return (
    <div className={`answer ${green ? 'certified' : 'applicant'}`}>
      <Icon name={green ? 'tick' : 'open-circle'} size={44} />
      <h2>{say.yes}</h2>
      <p>
        <Filled
          text={speaker.kind === 'own' ? say.whoOwn : say.whoAgent}
          values={{ asked: who, name: entry.name, agent }}
        />
      </p>
      <p>{say.whoEven}</p>
    </div>
  );
}

/** A no leads to the agency itself, by what it published and never by what the stranger gave. */
function Unknown({ language, entry, who, phones }: Told & { phones: string[] }) {
  const say = checkWords[language];
  const values = { asked: who, name: entry.name };
  return (
    <div className="answer suspended">
      <Icon name="octagon-stroke" size={44} />
      <h2>{say.no}</h2>
      <p>
        <Filled text={say.whoNo} values={values} />
      </p>
      <p>
        <Filled text={phones.length > 0 ? say.whoAsk : say.whoNone} values={values} />
      </p>
      {phones.map((phone) => (
        <p key={phone}>
          <a href={`tel:${phone}`} dir="ltr">
            {shownPhone(phone)}
          </a>
        </p>
      ))}
    </div>
  );
}

/** The second question, of the agency that was answered. */
export function SpeakerForm({ language, entry }: Omit<Told, 'who'>) {
  const { whoTitle, whoLabel, check } = checkWords[language];
  return (
    <>
      <h2>{whoTitle}</h2>
      <form action={`/${language}/check`}>
        <input type="hidden" name="q" value={entry.registrationNumber} />
        <label htmlFor="who">{whoLabel}</label>
        <input
          {...{ id: 'who', name: 'who', type: 'search', autoComplete: 'off', maxLength: 200 }}
          dir="auto"
          required
        />
        <button>{check}</button>
      </form>
    </>
  );
}
