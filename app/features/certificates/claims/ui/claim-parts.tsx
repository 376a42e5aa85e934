import { dayInWords } from '#app/platform/calendar.ts';
import { Actions, Button, ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { DateField, RadioGroup, SelectField, TextArea, TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';
import { Section, Summary } from '#app/ui/page.tsx';
import { GivenId } from '#app/ui/parts/given-id.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

import { refusalText } from '../../ui/refusals.ts';
import { claimStanding, media, mediumNames, type ClaimState, type Medium } from '../model.ts';

type Asked = { id: string; medium: string; place: string; wording: string; fromOn: string; untilOn: string };

/** `id`: the number of what is asked for, drawn when the page was made. */
export function ClaimForm({ answer, id }: { answer: FormAnswer; id: string }) {
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

export function AnswerClaimForm({ answer }: { answer: FormAnswer }) {
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

type Granted = { id: string; certificateId: string };

/** What an officer may do of a use that is granted. */
export const GrantedClaim = ({ use }: { use: Granted }) => (
  <Section title="If it is not as it was granted">
    <Actions>
      <ButtonLink to={`/scheme/claims/${use.id}/withdraw`} kind="secondary">
        Take it back
      </ButtonLink>
      <ButtonLink to={`/scheme/certificates/${use.certificateId}/misuse`} kind="secondary">
        Record a misuse
      </ButtonLink>
    </Actions>
  </Section>
);

type Named = Use & { id: string; recruiter: string; number: string };

export function WithdrawClaim({ use, answer }: { use: Named; answer: FormAnswer }) {
  const [form, fields] = useFields<{ reasons: string }>('withdraw', { reply: answer?.reply });
  return (
    <StepPage
      title="Take this use back"
      lead="The public register does not list it any more. The holder hears today that it has to take it down."
      place={{ to: `/scheme/claims/${use.id}`, label: use.recruiter, eyebrow: use.number }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Take it back and tell the holder"
      danger
      context={<Summary items={claimFacts(use)} />}
    >
      <TextArea field={fields.reasons} label="Reasons" hint="The holder gets these words by mail" />
    </StepPage>
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

type Said = { answer: string | null; reasons: string | null };

/** What the scheme wrote of it. */
export const claimWords = ({ answer, reasons }: Said) => [
  ...(answer ? [{ term: 'Answer', value: answer }] : []),
  ...(reasons ? [{ term: 'Why it was taken back', value: reasons }] : []),
];

type Own = Use & Said & { id: string; state: ClaimState; asked: boolean };

export const OwnClaims = ({ claims }: { claims: readonly Own[] }) =>
  claims.map((use) => (
    <Summary
      key={use.id}
      items={[
        ...claimFacts(use),
        { term: 'State', value: claimStanding(use) },
        ...claimWords(use),
        ...(use.asked
          ? [
              {
                term: 'Your scope covers less',
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
