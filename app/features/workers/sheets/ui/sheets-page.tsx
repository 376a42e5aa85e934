import { corridorIn } from '#app/platform/places.ts';

import { markLanguageCodes, markLanguages, type MarkLanguage } from '../../../register/marks/model.ts';
import { checkWords } from '../../check/words/check-words.ts';
import { directionOf } from '../../languages.ts';
import { mostPapers, perPaper } from '../model.ts';
import { fileOf, papersOf } from '../rules.ts';
import { sheetWords } from '../words/words.ts';

export type SheetsPageProps = {
  language: MarkLanguage;
  /** Somebody whose language it is has read all that the page says. */
  reviewed: boolean;
  /** With somebody on the register. */
  countries: readonly string[];
  country: string | undefined;
  /** Of that country, counted as far as papers go and one further. */
  count: number;
};

/** The whole page, in one language and its direction; links alone, no script. */
export function SheetsPage(props: SheetsPageProps) {
  const { language, country, reviewed } = props;
  const { check, unreviewed } = checkWords[language];
  return (
    <div lang={language} dir={directionOf(language)}>
      <header>
        <a href={`/${language}/check`}>{check}</a>
      </header>
      <main id="main">
        {country === undefined ? <Start {...props} /> : <InCountry {...props} country={country} />}
        {reviewed ? null : <small className="unreviewed">{unreviewed}</small>}
      </main>
      <Languages {...props} />
    </div>
  );
}

function Start({ language, countries }: SheetsPageProps) {
  const say = sheetWords[language];
  const named = countries
    .map((code) => ({ code, name: corridorIn(language, code) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, language));
  return (
    <>
      <h1>{say.title}</h1>
      <p>{say.lead}</p>
      <h2>{say.where}</h2>
      <ul>
        {named.map(({ code, name }) => (
          <li key={code}>
            <a href={`/${language}/sheets?country=${code}`}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function InCountry({ language, country, count }: SheetsPageProps & { country: string }) {
  const say = sheetWords[language];
  const { papers, whole } = papersOf(count);
  const parts = Array.from({ length: papers }, (_, place) => place + 1);
  const file = (name: string) => `/${language}/sheets/${name}`;
  return (
    <>
      <h1>{say.inCountry.replace('{country}', corridorIn(language, country))}</h1>
      <p>{say.lead}</p>
      <p>
        <a href={`/${language}/sheets`}>{say.other}</a>
      </p>
      {count === 0 ? <p>{say.nobody}</p> : null}
      <p>
        <strong>{say.absent}</strong>
      </p>
      <h2>{say.print}</h2>
      <ul>
        {parts.map((part) => (
          <li key={part}>
            <a href={file(fileOf(country, part))}>
              {papers === 1
                ? say.print
                : say.part.replace('{part}', String(part)).replace('{parts}', String(papers))}
            </a>
          </li>
        ))}
      </ul>
      <h2>{say.table}</h2>
      {whole ? null : <p>{say.more.replace('{count}', String(perPaper * mostPapers))}</p>}
      <p>
        <a href={file(`${country}.csv`)}>{say.table}</a>
      </p>
    </>
  );
}

/** The same page in all languages, each named in itself. */
const Languages = ({ language, country }: SheetsPageProps) => (
  <nav className="languages" aria-label={checkWords[language].languages}>
    {markLanguageCodes.map((each) => (
      <a
        key={each}
        href={`/${each}/sheets${country === undefined ? '' : `?country=${country}`}`}
        {...{ lang: each, hrefLang: each, dir: directionOf(each) }}
        aria-current={each === language ? 'page' : undefined}
      >
        {markLanguages[each]}
      </a>
    ))}
  </nav>
);
