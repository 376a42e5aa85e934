import { TextLink } from '#app/ui/buttons.tsx';
import { Section } from '#app/ui/page.tsx';

import type { ReasonClass, Standing } from '../../certificates/model.ts';
import type { RegisterRecord } from '../model.ts';
import { Coverage } from './coverage.tsx';
import { reasonInWords, StandingPanel } from './standing.tsx';

type Preview = {
  before: Standing;
  after: Standing;
  certificate: { validUntil: string; auditBody: string } | null;
};
type Props = { preview: Preview | undefined; reasons?: readonly ReasonClass[] };

/** The very panels of the register, as they stand and as they will stand: nobody publishes what they have not read. */
export function BeforeAfter({ preview, reasons = [] }: Props) {
  if (!preview) return null;
  const { before, after, certificate } = preview;
  const others = reasons.filter((reason) => reason !== after.reasonClass);
  return (
    <>
      <Section title="What the public reads now">
        <StandingPanel standing={before} certificate={certificate} />
      </Section>
      <Section title="What the public will read">
        <StandingPanel standing={after} certificate={certificate} />
        {others.length > 0 ? (
          <p className="text-ink-2">
            See it with another reason:{' '}
            {others.map((reason, index) => (
              <span key={reason}>
                {index > 0 ? ', ' : ''}
                <TextLink to={`?reasonClass=${reason}`}>{reasonInWords(reason)}</TextLink>
              </span>
            ))}
            .
          </p>
        ) : null}
      </Section>
    </>
  );
}

/** Where nothing will change: the panel as it stands. */
export const Stands = ({ preview }: Pick<Props, 'preview'>) =>
  preview ? (
    <Section title="What the public reads">
      <StandingPanel standing={preview.before} certificate={preview.certificate} />
    </Section>
  ) : null;

type Reading = { title: string; standing: Standing; certificate: Preview['certificate'] };

/** The same for a decision that may go either way. */
export const Readings = ({ readings }: { readings: readonly Reading[] }) =>
  readings.map(({ title, standing, certificate }) => (
    <Section key={title} title={title}>
      <StandingPanel standing={standing} certificate={certificate} />
    </Section>
  ));

type Covering = { title: string; record: RegisterRecord };

/** The same of what a certificate covers. */
export const Coverages = ({ readings }: { readings: readonly Covering[] }) =>
  readings.map(({ title, record }) => (
    <Section key={title} title={title}>
      <Coverage record={record} />
    </Section>
  ));
