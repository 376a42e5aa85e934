import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { queryField, RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { Section } from '#app/ui/page.tsx';

import { outcomeNames } from '../../../interviews/model.ts';
import type { Offered } from '../../../interviews/strata.ts';
import { Consent } from '../../../interviews/ui/consent.tsx';
import { IdentityFields } from '../../../interviews/ui/identity-fields.tsx';
import { WorkerFields } from '../../../interviews/ui/worker-fields.tsx';
import { limits } from '../model.ts';

/** Whom the sample asks for, and the interviews that were sealed here: a key and a day each, and no word more. */
export const Interviews = () => (
  <Section title="Worker interviews">
    <p role="status" data-part="interview-said" className="font-semibold" />
    <dl data-part="sample" className="grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]" />
    <template data-template="sampled">
      <div className="contents">
        <dt data-part="term" className="text-ink-2" />
        <dd data-part="value" />
      </div>
    </template>
    <p className="text-sm text-ink-2">
      As the server counted when this page last had a network; those sealed here since come on top.
    </p>
    <ul data-part="sealed" />
    <template data-template="sealed-one">
      <li className="border-b border-line py-1.5" data-part="sealed-one" />
    </template>
    <p>
      <a href="#interview" className="link">
        Write an interview
      </a>
    </p>
  </Section>
);

const outcomes = [
  { value: 'done', label: outcomeNames.done },
  { value: 'refused', label: outcomeNames.refused, hint: 'Nothing the worker said is written down' },
  { value: 'unreachable', label: outcomeNames.unreachable },
];

/** One interview: what is written here stands in the open page alone, until it is sealed. */
export const InterviewForm = ({ offered }: { offered: Offered }) => (
  <section
    data-part="view-interview"
    hidden
    aria-labelledby="interview-title"
    className="flex flex-col items-start gap-6"
  >
    <div className="prose">
      <h2 id="interview-title" tabIndex={-1} data-part="interview-title">
        Write an interview
      </h2>
      <p>
        When you seal it, it is encrypted on this device for the server alone: nobody can read it here again,
        not even you. You keep its key, such as W-417, to name the worker by.
      </p>
      <p>
        Until then it stands in this open page and nowhere else. If you close the page, or the browser is
        killed, what you wrote is gone: a worker would pay for a draft that is left behind. Seal it before you
        put the device away.
      </p>
    </div>
    <Consent />
    <form
      data-part="interview-form"
      noValidate
      autoComplete="off"
      spellCheck={false}
      className="flex w-full flex-col items-start gap-6"
    >
      <div
        role="alert"
        tabIndex={-1}
        data-part="interview-problem"
        hidden
        className="w-full rounded-panel border-2 border-stopped bg-card p-5 font-semibold text-stopped"
      />
      <WorkerFields fields={workerFields} offered={offered} />
      <RadioGroup field={queryField('outcome', undefined)} label="What became of it" options={outcomes} />
      <TextArea
        field={queryField('notes', '')}
        label="What the worker said"
        rows={14}
        maxLength={limits.text}
        hint="No names and no numbers: the notes stay when the identity is destroyed"
        optional
      />
      <IdentityFields name={queryField('name', '')} phone={queryField('phone', '')} />
      <Actions>
        <Button>Seal it</Button>
        <Button type="button" kind="danger" data-part="drop-interview">
          Throw it away
        </Button>
      </Actions>
    </form>
    <ButtonLink to="#all" kind="secondary">
      Back to all indicators
    </ButtonLink>
  </section>
);

const workerFields = {
  origin: queryField('origin', ''),
  destination: queryField('destination', ''),
  sector: queryField('sector', ''),
  stage: queryField('stage', undefined),
  sex: queryField('sex', undefined),
  reached: queryField('reached', undefined),
  employer: queryField('employer', ''),
  subAgent: queryField('subAgent', ''),
};
