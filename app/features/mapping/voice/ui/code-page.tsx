import type { MarkLanguage } from '../../../register/marks/model.ts';
import { voiceWords } from '../words/words.ts';
import { VoiceFrame, VoiceLanguages } from './frame.tsx';

type Page = { language: MarkLanguage; reviewed: boolean };

/** Where the number of a poster is typed; `wrong`: none that is in use has the one that was. */
export function CodePage({ language, reviewed, wrong = false }: Page & { wrong?: boolean }) {
  const words = voiceWords[language];
  return (
    <VoiceFrame {...{ language, reviewed }}>
      {wrong ? null : <VoiceLanguages {...{ language, path: 'voice' }} />}
      <h1>{words.tell}</h1>
      {wrong ? (
        <div className="answer suspended" role="alert">
          <p>{words.unknown}</p>
        </div>
      ) : null}
      <form method="post" action={`/${language}/voice`}>
        <label htmlFor="code">{words.number}</label>
        <input
          {...{ id: 'code', name: 'code', inputMode: 'numeric', dir: 'ltr', maxLength: 40 }}
          {...{ autoComplete: 'off', required: true }}
        />
        <button>{words.open}</button>
      </form>
    </VoiceFrame>
  );
}

/** All that was answered is kept, and nothing of it is on this page. */
export const ThanksPage = ({ language, reviewed }: Page) => (
  <VoiceFrame {...{ language, reviewed }}>
    <div className="answer certified" role="status">
      <h1>{voiceWords[language].thanks}</h1>
      <p>{voiceWords[language].sent}</p>
    </div>
    <p>
      <a href={`/${language}/help`}>{voiceWords[language].help}</a>
    </p>
  </VoiceFrame>
);
