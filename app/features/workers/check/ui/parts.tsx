import { markLanguageCodes, markLanguages, type MarkLanguage } from '../../../register/marks/model.ts';
import { paperWords } from '../../../register/marks/words/paper-words.ts';
import { feeLines, shortLines } from '../fees.ts';
import { directionOf } from '../../languages.ts';
import { checkWords } from '../words/check-words.ts';

/** A text with its braces filled in; a name keeps its own direction within it. */
export const Filled = ({ text, values }: { text: string; values: Record<string, string> }) =>
  text.split(/(\{\w+\})/).map((part, place) => {
    const value = part.startsWith('{') ? values[part.slice(1, -1)] : undefined;
    // The parts of one text never change their places.
    return value === undefined ? part : <bdi key={place}>{value}</bdi>;
  });

/** What nobody may charge: three lines where somebody has yet to ask, all categories beside an answer. */
export function NeverPay({ language, whole }: { language: MarkLanguage; whole: boolean }) {
  const paper = paperWords[language];
  const lines = whole ? feeLines(checkWords[language], paper) : shortLines(paper);
  return (
    <>
      <h2>{paper.never}</h2>
      <ul className="fees">
        {lines.map(({ text, shape }) => (
          <li key={text}>
            <span className="no" aria-hidden="true">
              ✕
            </span>
            <svg aria-hidden="true" viewBox="0 0 24 24">
              <path d={shape} />
            </svg>
            {text}
          </li>
        ))}
      </ul>
      <p>{paper.passport}</p>
    </>
  );
}

/** All languages, each named in itself; what was asked goes along. */
export const Languages = ({ language, q }: { language: MarkLanguage; q?: string }) => (
  <nav className="languages" aria-label={checkWords[language].languages}>
    {markLanguageCodes.map((code) => (
      <a
        key={code}
        href={`/${code}/check${q ? `?q=${encodeURIComponent(q)}` : ''}`}
        {...{ lang: code, hrefLang: code, dir: directionOf(code) }}
        aria-current={code === language ? 'page' : undefined}
      >
        {markLanguages[code]}
      </a>
    ))}
  </nav>
);

/** The question, large enough for any thumb. */
export function AskForm({ language }: { language: MarkLanguage }) {
  const { label, hint, check } = checkWords[language];
  return (
    <form action={`/${language}/check`}>
      <label htmlFor="q">{label}</label>
      <small id="q-hint">{hint}</small>
      <input
        {...{ id: 'q', name: 'q', type: 'search', autoComplete: 'off', maxLength: 300 }}
        dir="auto"
        required
        aria-describedby="q-hint"
      />
      <button>{check}</button>
    </form>
  );
}
