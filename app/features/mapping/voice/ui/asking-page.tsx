import { directionOfLanguage } from '#app/platform/pdf/words.ts';

import type { MarkLanguage } from '../../../register/marks/model.ts';
import type { Asked, AskingView } from '../asking-view.ts';
import { posterPath } from '../model.ts';
import { voiceWords } from '../words/words.ts';
import { VoiceFrame, VoiceLanguages } from './frame.tsx';

type Page = { language: MarkLanguage; reviewed: boolean; code: string };
export type Trouble = 'empty' | 'fix' | 'later';
type Props = Page & { asked: AskingView; trouble?: Trouble | undefined };

/** One page of the questions; what was answered before goes along in the page itself, and is kept nowhere else. */
export function AskingPage({ language, reviewed, code, asked, trouble }: Props) {
  const words = voiceWords[language];
  const { page, pages, spoken } = asked;
  const last = page === pages - 1;
  return (
    <VoiceFrame {...{ language, reviewed }}>
      {page === 0 && !trouble ? <VoiceLanguages {...{ language, path: `voice/${code}` }} /> : null}
      <h1 lang={spoken}>{asked.title}</h1>
      {trouble ? (
        <div className="answer suspended" role="alert">
          <p>{words[trouble]}</p>
        </div>
      ) : null}
      {page === 0 ? <Before language={language} /> : null}
      <form method="post" action={posterPath(language, code)}>
        <input type="hidden" name="id" value={asked.id} />
        <input type="hidden" name="version" value={asked.version} />
        <input type="hidden" name="page" value={page} />
        {asked.along.map(([name, text]) => (
          <input key={`${name} ${text}`} type="hidden" name={name} value={text} />
        ))}
        {/* The first button of a form is the one Enter presses. */}
        <div lang={spoken} dir={directionOfLanguage(spoken)}>
          <h2>{asked.section}</h2>
          {asked.lead === undefined ? null : <p>{asked.lead}</p>}
          {asked.questions.map((question) => (
            <Field key={question.name} {...{ question, unsaid: words.unsaid }} />
          ))}
        </div>
        <button name="go" value={last ? 'send' : 'next'}>
          {last ? words.send : words.next}
        </button>
        {page > 0 ? (
          <button className="quiet" name="go" value="back">
            {words.back}
          </button>
        ) : null}
      </form>
      <small>{words.page.replace('{page}', String(page + 1)).replace('{pages}', String(pages))}</small>
      <p>
        <a href={`/${language}/help`}>{words.help}</a>
      </p>
    </VoiceFrame>
  );
}

/** What somebody should know before they answer. */
const Before = ({ language }: { language: MarkLanguage }) => (
  <ul className="plain">
    <li>{voiceWords[language].lead}</li>
    <li>{voiceWords[language].together}</li>
    <li>{voiceWords[language].alone}</li>
  </ul>
);

type FieldProps = { question: Asked; unsaid: string };

function Field({ question, unsaid }: FieldProps) {
  const { as, name, label, hint, said, problem } = question;
  if (as === 'one' || as === 'some') return <Choices {...{ question, unsaid }} />;
  const described =
    [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ') || undefined;
  const shared = {
    ...{ id: name, name, defaultValue: said[0] ?? '' },
    ...{ 'aria-describedby': described, 'aria-invalid': problem ? true : undefined },
  };
  return (
    <>
      <label htmlFor={name}>{label}</label>
      <Beside {...{ name, hint, problem }} />
      {as === 'list' ? (
        <select {...shared}>
          <option value="">{unsaid}</option>
          {question.options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          {...{ inputMode: as === 'whole' ? ('numeric' as const) : ('decimal' as const), dir: 'ltr' }}
          {...{ maxLength: 30, autoComplete: 'off' }}
        />
      )}
    </>
  );
}

/** Each large enough for a thumb; without scripts, a mark is taken away by marking that nothing is said. */
function Choices({ question: { as, name, label, hint, said, problem, options }, unsaid }: FieldProps) {
  const open = as === 'one' ? [...options, { value: '', label: unsaid }] : options;
  return (
    <fieldset aria-describedby={problem ? `${name}-problem` : undefined}>
      <legend>{label}</legend>
      <Beside {...{ name, hint, problem }} />
      {open.map(({ value, label: text }) => (
        <label className="choice" key={value}>
          <input
            {...{ type: as === 'one' ? 'radio' : 'checkbox', name, value }}
            defaultChecked={said.includes(value)}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}

type BesideProps = { name: string; hint: string | undefined; problem: string | undefined };

const Beside = ({ name, hint, problem }: BesideProps) => (
  <>
    {hint === undefined ? null : <small id={`${name}-hint`}>{hint}</small>}
    {problem === undefined ? null : (
      <strong id={`${name}-problem`} role="alert">
        {problem}
      </strong>
    )}
  </>
);
