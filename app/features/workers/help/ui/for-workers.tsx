import { shownPhone } from '#app/platform/names/phone.ts';
import { dayIn } from '#emails/language.ts';

import { markLanguageCodes, markLanguages, type MarkLanguage } from '../../../register/marks/model.ts';
import { checkWords } from '../../check/words/check-words.ts';
import { directionOf } from '../../languages.ts';
import { topics, type Shown, type Topic } from '../model.ts';
import type { HelpWords } from '../words/model.ts';
import { countriesIn, countryIn, languageItself } from '../words/said.ts';
import { helpWords } from '../words/words.ts';

export type HelpPageProps = {
  language: MarkLanguage;
  /** Somebody whose language it is has read all that the page says. */
  reviewed: boolean;
  /** Where somebody is known today. */
  countries: readonly string[];
  country: string | undefined;
  topic: Topic | undefined;
  page: number;
  pages: number;
  entries: readonly Shown[];
};

const addressOf = (language: MarkLanguage, asked: Record<string, string | undefined>) => {
  const given = Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const query = new URLSearchParams(given).toString();
  return `/${language}/help${query ? `?${query}` : ''}`;
};

/** The whole page, in one language and its direction; links alone, no script. */
export function HelpForWorkers(props: HelpPageProps) {
  const { language, country, reviewed } = props;
  const words = helpWords[language];
  return (
    <div lang={language} dir={directionOf(language)}>
      <header>
        <a href={`/${language}/check`}>{words.check}</a>
        <a href="https://www.wikipedia.org/" rel="noreferrer">
          {words.leave}
        </a>
      </header>
      <main id="main">
        {country ? (
          <InCountry {...props} country={country} words={words} />
        ) : (
          <Start {...props} words={words} />
        )}
        {reviewed ? null : <small className="unreviewed">{checkWords[language].unreviewed}</small>}
      </main>
      <Languages {...props} />
    </div>
  );
}

type Part = HelpPageProps & { words: HelpWords };

const Start = ({ language, countries, words }: Part) => (
  <>
    <h1>{words.title}</h1>
    <p>{words.lead}</p>
    {countries.length > 0 ? (
      <>
        <h2>{words.where}</h2>
        <ul>
          {countriesIn(language, countries).map(({ code, name }) => (
            <li key={code}>
              <a href={addressOf(language, { country: code })}>{name}</a>
            </li>
          ))}
        </ul>
      </>
    ) : (
      <Nobody words={words} />
    )}
  </>
);

const InCountry = ({ language, country, topic, entries, page, pages, words }: Part & { country: string }) => (
  <>
    <h1>{words.inCountry.replace('{country}', countryIn(language, country))}</h1>
    <p>{words.lead}</p>
    <p>
      <a href={addressOf(language, {})}>{words.otherCountry}</a>
    </p>
    <h2>{words.what}</h2>
    <nav aria-label={words.what}>
      {[undefined, ...topics].map((each) => (
        <a
          key={each ?? 'any'}
          href={addressOf(language, { country, topic: each })}
          aria-current={each === topic ? 'page' : undefined}
        >
          {each ? words.topics[each] : words.anything}
        </a>
      ))}
    </nav>
    {topic ? <h2>{words.topics[topic]}</h2> : null}
    {entries.length > 0 ? (
      entries.map((entry) => <Entry key={entry.id} {...{ entry, language, words }} />)
    ) : (
      <Nobody words={words} />
    )}
    {pages > 1 ? (
      <p>
        {page > 1 ? <Turn {...{ language, country, topic }} to={page - 1} label={words.before} /> : null}{' '}
        {page < pages ? <Turn {...{ language, country, topic }} to={page + 1} label={words.more} /> : null}
      </p>
    ) : null}
  </>
);

type TurnProps = Pick<HelpPageProps, 'language' | 'topic'> & { country: string; to: number; label: string };
const Turn = ({ language, country, topic, to, label }: TurnProps) => (
  <a href={addressOf(language, { country, topic, page: String(to) })}>{label}</a>
);

/** An empty list must not read as if there were no help. */
const Nobody = ({ words }: { words: HelpWords }) => (
  <>
    <p>
      <strong>{words.none}</strong>
    </p>
    <p>{words.noneMeans}</p>
  </>
);

type EntryProps = { entry: Shown; language: MarkLanguage; words: HelpWords };

const Entry = ({ entry, language, words }: EntryProps) => (
  <section>
    <h2>
      <bdi>{entry.nameLocal ?? entry.name}</bdi>
    </h2>
    {entry.demonstration ? (
      <p>
        <strong>{words.example}</strong>
      </p>
    ) : null}
    {entry.nameLocal ? (
      <p>
        <bdi>{entry.name}</bdi>
      </p>
    ) : null}
    <p>{entry.topics.map((topic) => words.topics[topic]).join(' · ')}</p>
    <Ways {...{ entry, words }} />
    <p>
      {words.speaks}:{' '}
      {entry.languages.map((code, place) => (
        <span key={code}>
          {place > 0 ? ', ' : ''}
          <bdi lang={code}>{languageItself(code)}</bdi>
        </span>
      ))}
    </p>
    <p>{entry.free ? words.free : words.notFree}</p>
    <p>
      <small>
        {words.checked.replace('{day}', dayIn(language, entry.checkedOn))} · {words.source}:{' '}
        <bdi>{entry.source}</bdi>
      </small>
    </p>
  </section>
);

const Ways = ({ entry, words }: Pick<EntryProps, 'entry' | 'words'>) => (
  <>
    {entry.phones.map((phone) => (
      <a key={phone} className="button" href={`tel:${phone}`}>
        <Call phone={shownPhone(phone)} words={words} />
      </a>
    ))}
    {entry.url ? (
      <p>
        <a href={entry.url} rel="nofollow noopener noreferrer">
          {words.page}
        </a>
      </p>
    ) : null}
    {entry.address ? (
      <p>
        {words.address}: <bdi>{entry.address}</bdi>
      </p>
    ) : null}
    {entry.hours ? (
      <p>
        {words.open}: <bdi>{entry.hours}</bdi>
      </p>
    ) : null}
  </>
);

/** A number reads from the left in every language. */
function Call({ phone, words }: { phone: string; words: HelpWords }) {
  const [before, after] = words.call.split('{number}');
  return (
    <>
      {before}
      <bdi dir="ltr">{phone}</bdi>
      {after}
    </>
  );
}

/** The same page in all languages, each named in itself. */
const Languages = ({ language, country, topic }: HelpPageProps) => (
  <nav className="languages" aria-label={helpWords[language].languages}>
    {markLanguageCodes.map((each) => (
      <a
        key={each}
        href={addressOf(each, { country, topic })}
        {...{ lang: each, hrefLang: each, dir: directionOf(each) }}
        aria-current={each === language ? 'page' : undefined}
      >
        {markLanguages[each]}
      </a>
    ))}
  </nav>
);
