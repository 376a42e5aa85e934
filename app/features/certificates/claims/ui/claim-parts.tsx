import type { SubmissionResult } from '@conform-to/react';

import { dayInWords } from '#app/platform/calendar.ts';
import { Actions, Button, TextLink } from '#app/ui/buttons.tsx';
import { DateField, RadioGroup, SelectField, TextArea, TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { Section, Summary } from '#app/ui/page.tsx';
import { GivenId } from '#app/ui/parts/given-id.tsx';

import { refusalText } from '../../ui/refusals.ts';
import { claimStateNames, media, mediumNames, type ClaimState, type Medium } from '../model.ts';

type Answer = { reply?: SubmissionResult<string[]> | undefined; refusal?: string | undefined } | undefined;
type Asked = { id: string; medium: string; place: string; wording: string; fromOn: string; untilOn: string };

/** `id`: the number of what is asked for, drawn when the page was made. */
export function ClaimForm({ answer, id }: { answer: Answer; id: string }) {
  const [form, fields] = useFields<Asked>('claim', { reply: answer?.reply });
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      <GivenId field={fields.id} fresh={id} spent={answer?.refusal === 'sent_before'} />
      <SelectField
        field={fields.medium}
        label="What it is"
        options={media.map((value) => ({ value, label: mediumNames[value] }))}
        empty="Choose one"
      />
      <TextField field={fields.place} label="Where" hint="An address on the web, a street, a title" />
      <TextArea
        field={fields.wording}
        label="The words as they will stand"
        hint="With the certificate’s number"
      />
      <DateField field={fields.fromOn} label="First day" />
      <DateField
        field={fields.untilOn}
        label="Last day"
        hint="Leave it empty for as long as the certificate counts"
        optional
      />
      <Actions>
        <Button>Ask for it</Button>
      </Actions>
    </PageForm>
  );
}

const outcomes = [
  {
    value: 'registered',
    label: 'Grant it',
    hint: 'The public register lists it while the certificate is in force',
  },
  { value: 'refused', label: 'Refuse it' },
];

export function AnswerClaimForm({ answer }: { answer: Answer }) {
  const [form, fields] = useFields<{ outcome: string; answer: string }>('answer', { reply: answer?.reply });
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      <RadioGroup field={fields.outcome} label="Answer" options={outcomes} />
      <TextArea field={fields.answer} label="Reasons" hint="The holder gets these words by mail" />
      <Actions>
        <Button>Answer</Button>
      </Actions>
    </PageForm>
  );
}

type Use = { medium: Medium; place: string; wording: string; fromOn: string; untilOn: string | null };

export const claimFacts = ({ medium, place, wording, fromOn, untilOn }: Use) => [
  { term: mediumNames[medium], value: place },
  { term: 'Words', value: wording },
  {
    term: 'Days',
    value: untilOn ? `${dayInWords(fromOn)} to ${dayInWords(untilOn)}` : `From ${dayInWords(fromOn)}`,
  },
];

type Own = Use & { id: string; state: ClaimState; answer: string | null };

export const OwnClaims = ({ claims }: { claims: readonly Own[] }) =>
  claims.map((use) => (
    <Summary
      key={use.id}
      items={[
        ...claimFacts(use),
        {
          term: 'State',
          value: use.answer ? `${claimStateNames[use.state]}. ${use.answer}` : claimStateNames[use.state],
        },
        ...(use.state === 'registered'
          ? [
              {
                term: 'If your scope covers less',
                value: (
                  <TextLink to={`/certificate/claims/${use.id}`}>Say what became of this place</TextLink>
                ),
              },
            ]
          : []),
      ]}
    />
  ));

type Public = { id: string; medium: Medium; place: string; untilOn: string | null };

export const ClaimsInForce = ({ claims }: { claims: readonly Public[] }) =>
  claims.length === 0 ? null : (
    <Section title="Where the holder may show its certificate">
      <Summary
        items={claims.map(({ medium, place, untilOn }) => ({
          term: mediumNames[medium],
          value: untilOn ? `${place}, until ${dayInWords(untilOn)}` : place,
        }))}
      />
    </Section>
  );
