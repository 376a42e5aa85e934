import { corridorIn } from '#app/platform/places.ts';
import { Icon, type IconName } from '#app/ui/icons.tsx';
import { dayIn } from '#emails/language.ts';

import type { StandingStatus } from '../../../certificates/model.ts';
import type { MarkLanguage } from '../../../register/marks/model.ts';
import type { Agency, Choice } from '../model.ts';
import { meaningOf, titleOf } from '../rules.ts';
import { checkWords } from '../words/check-words.ts';
import { Filled } from './parts.tsx';

/** A colour and a shape beside the word; green and the tick are for whoever is certified. */
const looks: Record<StandingStatus, { look: string; icon: IconName }> = {
  certified: { look: 'certified', icon: 'shield-tick' },
  certified_under_watch: { look: 'watch', icon: 'clock' },
  suspended: { look: 'suspended', icon: 'octagon-stroke' },
  withdrawn: { look: 'suspended', icon: 'octagon-stroke' },
  expired: { look: 'withdrawn', icon: 'circle-slash' },
  applicant: { look: 'applicant', icon: 'open-circle' },
  not_certified: { look: 'withdrawn', icon: 'circle-slash' },
};

type Told = { language: MarkLanguage; entry: Agency; word: string | null };

export function StandingAnswer({ language, entry, word }: Told) {
  const say = checkWords[language];
  const { name, nameLocal, country, registrationNumber, standing } = entry;
  const { look, icon } = looks[standing.status];
  const day = dayIn(language, standing.since.slice(0, 10));
  return (
    <>
      <div className={`answer ${look}`}>
        <Icon name={icon} size={44} />
        <h1>{titleOf(say, standing) ?? word}</h1>
        <p>
          <Filled text={meaningOf(say, standing)} values={{ name, day }} />
        </p>
      </div>
      <p>
        <bdi>{name}</bdi>
        {nameLocal ? (
          <>
            {' · '}
            <bdi>{nameLocal}</bdi>
          </>
        ) : null}
        {' · '}
        {corridorIn(language, country)}
        {' · '}
        <bdi>{registrationNumber}</bdi>
      </p>
    </>
  );
}

/** Of no name we know nothing, and nothing is not safe. */
export function UnknownAnswer({ language, q }: { language: MarkLanguage; q: string }) {
  const { unknownTitle, unknown } = checkWords[language];
  return (
    <div className="answer suspended">
      <Icon name="octagon-stroke" size={44} />
      <h1>{unknownTitle}</h1>
      <p>
        <Filled text={unknown} values={{ asked: q }} />
      </p>
    </div>
  );
}

export function SeveralAnswer({ language, entries }: { language: MarkLanguage; entries: readonly Choice[] }) {
  const { thisOne, whichOne, otherOne, otherMany } = checkWords[language];
  return (
    <>
      <h1>{entries.length === 1 ? thisOne : whichOne}</h1>
      <ul>
        {entries.map((entry) => (
          <Candidate key={entry.registrationNumber} {...{ language, entry }} />
        ))}
      </ul>
      <p>
        <strong>{entries.length === 1 ? otherOne : otherMany}</strong>
      </p>
    </>
  );
}

function Candidate({ language, entry }: { language: MarkLanguage; entry: Choice }) {
  const { registrationNumber, name, nameLocal, tradingNames, country, licences } = entry;
  const others = [...(nameLocal ? [nameLocal] : []), ...tradingNames.slice(0, 3)];
  return (
    <li>
      <div>
        <a href={`/${language}/check?q=${registrationNumber}`}>
          <bdi>{name}</bdi>, {corridorIn(language, country)}
        </a>
        {others.map((other) => (
          <small key={other}>
            <bdi>{other}</bdi>
          </small>
        ))}
        {licences.slice(0, 2).map((licence) => (
          <small key={licence.number}>
            <Filled text={checkWords[language].licence} values={licence} />
          </small>
        ))}
        <small>
          <bdi>{registrationNumber}</bdi>
        </small>
      </div>
    </li>
  );
}
