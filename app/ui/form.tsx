import {
  FormProvider,
  FormStateInput,
  useForm,
  type DefaultValue,
  type FormMetadata,
  type SubmissionResult,
} from '@conform-to/react';
import type { ReactNode } from 'react';

import { TextLink } from './buttons.tsx';

type Answers = Record<string, unknown>;

/** What an action answered where its page comes again: what was sent, and a rule's no by its name. */
export type FormAnswer =
  { reply?: SubmissionResult<string[]> | undefined; refusal?: string | undefined } | undefined;

type FieldsOptions<Shape extends Answers> = {
  /** What the action answered, when the same page comes again. */
  reply: SubmissionResult<string[]> | null | undefined;
  /** What was saved before. */
  saved?: DefaultValue<Shape> | null | undefined;
};

/** A form's state without checks in the browser: the server alone decides, so scripts change nothing. */
export function useFields<Shape extends Answers>(schemaId: string, { reply, saved }: FieldsOptions<Shape>) {
  return useForm<Shape>({
    id: schemaId,
    lastResult: reply ?? null,
    ...(saved ? { defaultValue: saved } : {}),
  });
}

/** What a form says of itself, where it does not speak English. */
type FormWords = { problems: (count: number) => string; refused: string };

const english: FormWords = {
  problems: (count) =>
    count === 1 ? 'There is a problem with one answer' : `There are problems with ${count} answers`,
  refused: 'This cannot be done',
};

type PageFormProps<Shape extends Answers> = {
  form: FormMetadata<Shape>;
  children: ReactNode;
  refusal?: ReactNode;
  action?: string;
  encType?: 'multipart/form-data';
  /** `get` for what only looks: nothing changes, and the address says what was chosen. */
  method?: 'post' | 'get';
  words?: FormWords;
};

export function PageForm<Shape extends Answers>({
  form,
  children,
  refusal,
  action,
  encType,
  method = 'post',
  words,
}: PageFormProps<Shape>) {
  return (
    <FormProvider context={form.context}>
      <form
        id={form.id}
        method={method}
        action={action}
        encType={encType}
        noValidate
        className="flex flex-col items-start gap-6"
      >
        <ErrorSummary form={form} refusal={refusal} words={words} />
        {method === 'post' ? <FormStateInput /> : null}
        {children}
      </form>
    </FormProvider>
  );
}

/** Read out at once and focused by the browser itself: a page that comes back with problems opens on them. */
const takesFocus = { role: 'alert', tabIndex: -1, autoFocus: true };

const problemBox =
  'w-full rounded-panel border-2 border-stopped bg-card p-5 focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-stopped';

type ErrorSummaryProps = {
  form?: { id: string; allErrors: Record<string, string[]> };
  refusal?: ReactNode;
  words?: FormWords | undefined;
};

/** Takes focus and leads to each field that needs another look. */
export function ErrorSummary({ form, refusal, words = english }: ErrorSummaryProps) {
  const problems = Object.entries(form?.allErrors ?? {}).flatMap(([name, messages]) =>
    messages.map((message) => ({ name, message })),
  );
  if (problems.length === 0) return refusal ? <Refusal words={words}>{refusal}</Refusal> : null;
  return (
    <div {...takesFocus} className={problemBox}>
      <h2 className="text-lg">{words.problems(problems.length)}</h2>
      {refusal ? <p className="mt-1">{refusal}</p> : null}
      <ul className="mt-1 flex flex-col gap-1">
        {problems.map(({ name, message }) => (
          <li key={`${name} ${message}`} className="font-semibold text-stopped">
            {name && form ? (
              <a href={`#${form.id}-${name}`} className="underline underline-offset-4">
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A rule's no, in words. */
export function Refusal({ children, words = english }: { children: ReactNode; words?: FormWords }) {
  return (
    <div {...takesFocus} className={problemBox}>
      <h2 className="text-lg">{words.refused}</h2>
      <div className="mt-1">{children}</div>
    </div>
  );
}

/** What every page says that acts only for somebody who said lately who they are; their answers stay in the form. */
export const stepUpRefusal: Record<string, ReactNode> = {
  confirm_identity: (
    <>
      You signed in more than ten minutes ago, and this needs to be surely you. Nothing is lost:{' '}
      <TextLink to="/confirm-identity" target="_blank">
        say who you are in a new tab
      </TextLink>
      , come back and send this form again.
    </>
  ),
};
