import { Button } from '#app/ui/buttons.tsx';
import { Section } from '#app/ui/page.tsx';
import { FileForm } from '#app/ui/parts/file-form.tsx';

import type { MarkLanguage } from '../../../register/marks/model.ts';
import { directionOf } from '../../languages.ts';
import { mostClipBytes } from '../model.ts';

type Props = { language: MarkLanguage; lines: readonly string[]; hash: string; there: boolean };

/** What to read, and where to send it. */
export const ClipForm = ({ language, lines, hash, there }: Props) => (
  <Section title="Read this">
    <div
      className="rounded-panel border border-line bg-card p-5 text-lg"
      lang={language}
      dir={directionOf(language)}
    >
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
    <p className="max-w-[42rem] text-ink-2">
      One recording serves every agency: say “this agency” where the text has {'{name}'} or {'{asked}'}, and
      leave out what would need a day. Where two lines say the same in two ways, read what is true of both.
    </p>
    <FileForm
      name="file"
      label={there ? 'A new recording' : 'Recording'}
      hint={`mp3, ogg (opus), m4a or aac, at most ${mostClipBytes / 1000} kB: about a minute at 32 kbit a second. A worker pays for every kilobyte.`}
      accept=".mp3,.ogg,.oga,.opus,.m4a,.aac,audio/mpeg,audio/ogg,audio/mp4,audio/aac"
    >
      <input type="hidden" name="text" value={hash} />
      <Button>{there ? 'Replace the recording' : 'Let workers hear it'}</Button>
    </FileForm>
  </Section>
);
