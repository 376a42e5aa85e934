import { dayInWords, untilInWords } from '#app/platform/calendar.ts';
import { countryName } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Section, Summary } from '#app/ui/page.tsx';
import { Timeline } from '#app/ui/timeline.tsx';

import { actionName, reasonName } from '../model.ts';

type Licence = {
  holder: string;
  authority: string;
  country: string;
  number: string;
  type: string | null;
  issuedOn: string | null;
  validUntil: string;
  renewalUntil: string | null;
  registerUrl: string | null;
  reasonClass: string | null;
  steps: StepTaken[];
};
type StepTaken = {
  position: number;
  action: string;
  reasonClass: string | null;
  validUntil: string;
  note: string | null;
  at: string;
  by: string | null;
};

/** "30 June 2027, in 24 days". */
export const untilWhen = (day: string, today: string) => `${dayInWords(day)}, ${lastDay(day, today)}`;
const lastDay = (day: string, today: string) =>
  day < today ? `ended ${untilInWords(day, today).replace(' late', ' ago')}` : untilInWords(day, today);

export function LicenceFacts({ licence, today }: { licence: Licence; today: string }) {
  const { holder, authority, country, number, type, issuedOn, validUntil, renewalUntil } = licence;
  const known = [
    { term: 'Held by', value: holder },
    { term: 'Authority', value: `${authority}, ${countryName(country)}` },
    { term: 'Number', value: <span className="font-mono">{number}</span> },
    type && { term: 'Type', value: type },
    issuedOn && { term: 'Issued on', value: dayInWords(issuedOn) },
    { term: 'Valid until', value: untilWhen(validUntil, today) },
    renewalUntil && {
      term: 'Renewal declared',
      value: `valid until ${dayInWords(renewalUntil)}, not confirmed yet`,
    },
    licence.reasonClass && { term: 'Reason', value: reasonName(licence.reasonClass) },
    licence.registerUrl && {
      term: 'On the register',
      value: (
        <TextLink to={licence.registerUrl} rel="noreferrer noopener nofollow">
          {new URL(licence.registerUrl).host}
        </TextLink>
      ),
    },
  ];
  return <Summary items={known.flatMap((item) => (item ? [item] : []))} />;
}

const tones: Record<string, 'certified' | 'suspended'> = {
  confirmed: 'certified',
  renewal_confirmed: 'certified',
  reinstated: 'certified',
  suspended: 'suspended',
  revoked: 'suspended',
};

/** Every step a licence took: who, when, why. */
export const Steps = ({ steps }: { steps: readonly StepTaken[] }) => (
  <Section title="What happened so far">
    <Timeline
      entries={steps.map(({ position, action, reasonClass, validUntil, note, at, by }) => ({
        id: String(position),
        at,
        what: (
          <>
            {reasonClass ? `${actionName(action)}: ${reasonName(reasonClass)}` : actionName(action)}
            <p className="text-sm text-ink-2">{note ?? `Valid until ${dayInWords(validUntil)}`}</p>
          </>
        ),
        who: by ?? 'from the application',
        ...(tones[action] && { tone: tones[action] }),
      }))}
    />
  </Section>
);
