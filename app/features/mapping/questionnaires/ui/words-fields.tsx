import { languageName } from '#app/platform/names/languages.ts';
import { TextArea, TextField } from '#app/ui/fields.tsx';
import type { Field } from '#app/ui/parts/field.tsx';

type Props = {
  /** The fields of one wording, by language. */
  fields: Readonly<Record<string, Field | undefined>>;
  languages: readonly string[];
  label: string;
  hint?: string;
  long?: boolean;
  optional?: boolean;
};

/** Words in each language of the questionnaire: English first, the others folded away until somebody wants them. */
export function WordsFields({ fields, languages, label, hint, long, optional }: Props) {
  const others = languages.filter((language) => language !== 'en');
  const written = others.filter((language) => Boolean(fields[language]?.initialValue));
  const wrong = others.some((language) => fields[language]?.errors);
  const box = (language: string, shown: string, below?: string) => {
    const field = fields[language];
    const shared = { label: shown, hint: below, lang: language, dir: 'auto' as const };
    if (!field) return null;
    return long ? (
      <TextArea key={language} field={field} {...shared} rows={3} />
    ) : (
      <TextField key={language} field={field} {...shared} width="full" />
    );
  };
  return (
    <div className="flex w-full flex-col items-start gap-3">
      {box('en', optional ? `${label} (optional)` : label, hint)}
      {others.length > 0 ? (
        <details open={wrong} className="w-full max-w-[42rem]">
          <summary className="cursor-pointer text-sm text-ink-2">
            {`${label} in other languages: ${written.length} of ${others.length} written`}
          </summary>
          <div className="mt-3 flex flex-col gap-4 border-s-2 border-line ps-5">
            {others.map((language) => box(language, `${label}, ${languageName(language)}`))}
          </div>
        </details>
      ) : null}
    </div>
  );
}
