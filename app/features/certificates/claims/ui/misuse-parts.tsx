import { dayInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DateField, SelectField, TextArea, TextField } from '#app/ui/fields.tsx';
import { useFields, type FormAnswer } from '#app/ui/form.tsx';
import { Card, Section, Summary } from '#app/ui/page.tsx';
import { GivenId } from '#app/ui/parts/given-id.tsx';
import { StepPage, type Place } from '#app/ui/parts/step-page.tsx';

import { refusalText } from '../../ui/refusals.ts';
import { mediumNames, type Medium } from '../model.ts';

type Asked = { id: string; place: string; seenOn: string; what: string; evidence: string; claimId: string };
type Props = {
  lead: string;
  place: Place;
  granted: readonly { id: string; medium: Medium; place: string }[];
  answer: FormAnswer;
  /** The number of what is recorded, drawn when the page was made. */
  id: string;
};

/** Where the certificate was shown beyond what it says. */
export function RecordMisuse({ lead, place, granted, answer, id }: Props) {
  const [form, fields] = useFields<Asked>('misuse', { reply: answer?.reply });
  return (
    <StepPage
      title="Record a misuse of the certificate"
      lead={lead}
      place={place}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Record it and tell the holder"
    >
      <GivenId field={fields.id} fresh={id} spent={answer?.refusal === 'sent_before'} />
      <TextField
        field={fields.place}
        label="Where it was seen"
        hint="An address on the web, a street, a title"
      />
      <DateField field={fields.seenOn} label="Day on which it was seen" />
      <TextArea
        field={fields.what}
        label="What was shown or said, and why it is beyond the certificate"
        hint="The holder reads these words"
      />
      <TextArea
        field={fields.evidence}
        label="What shows it"
        hint="Who saw it, and what the files show that you add on the next page: copies, photographs. The holder does not read this"
      />
      <SelectField
        field={fields.claimId}
        label="Granted use it goes beyond"
        options={granted.map((use) => ({ value: use.id, label: `${mediumNames[use.medium]}: ${use.place}` }))}
        empty="None: no such use was granted"
        optional
      />
    </StepPage>
  );
}

type Told = { place: string; seenOn: string; what: string; granted: string | null };

export const misuseFacts = ({ place, seenOn, what, granted }: Told) => [
  { term: 'Where', value: place },
  { term: 'Seen on', value: dayInWords(seenOn) },
  { term: 'What', value: what },
  { term: 'Granted use it goes beyond', value: granted ?? 'None: no such use was granted' },
];

type Own = Told & { id: string; number: string; findingId: string | null };

/** What the holder reads of its own. */
export const OwnMisuses = ({ misuses }: { misuses: readonly Own[] }) =>
  misuses.length === 0 ? null : (
    <Section title="Misuse that was recorded">
      <p>
        Each is a finding on indicator B.1.6, true public claims, and is answered like any other finding once
        your audit team has told it. Take it down today, whatever comes of it.
      </p>
      {misuses.map((misuse) => (
        <Card key={misuse.id} title={`${misuse.number}: ${misuse.place}`} tone="stopped">
          <Summary items={misuseFacts(misuse)} />
          {misuse.findingId ? (
            <TextLink to={`/findings/${misuse.findingId}`}>Answer the finding</TextLink>
          ) : null}
        </Card>
      ))}
    </Section>
  );

type Listed = { id: string; place: string; seenOn: string; findingId: string | null };

/** Those of one certificate, for the scheme. */
export const Misuses = ({
  certificateId,
  misuses,
}: {
  certificateId: string;
  misuses: readonly Listed[];
}) => (
  <>
    {misuses.length > 0 ? (
      <Section title="Misuse in public">
        <ul className="flex list-disc flex-col gap-1 ps-5">
          {misuses.map(({ id, place, seenOn, findingId }) => (
            <li key={id}>
              <TextLink to={`/scheme/misuses/${id}`}>{place}</TextLink>
              {`, seen on ${dayInWords(seenOn)}${findingId ? '' : ', no finding yet'}`}
            </li>
          ))}
        </ul>
      </Section>
    ) : null}
    <p>
      <TextLink to={`/scheme/certificates/${certificateId}/misuse`}>
        Record a misuse of the certificate
      </TextLink>
    </p>
  </>
);
