import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type AuditorTold = { auditor: string; body: string; level: string; untilDay: string; link: string };
type What = 'granted' | 'refused' | 'suspended' | 'lifted' | 'ended';

const why = 'You get this because it is about your approval, or you look after an audit body’s auditors.';

const subjects: Record<What, (told: AuditorTold) => string> = {
  granted: ({ auditor, level, untilDay }) => `${auditor} is approved as ${level} until ${untilDay}`,
  refused: ({ auditor, level }) => `${auditor} was not approved as ${level}`,
  suspended: ({ auditor, level }) => `The approval of ${auditor} as ${level} is suspended`,
  lifted: ({ auditor, level }) => `${auditor} may work as ${level} again`,
  ended: ({ auditor, level }) => `The scheme ended the approval of ${auditor} as ${level}`,
};

const auditing: Record<What, string> = {
  granted: 'From the first day on they can be put on audit teams.',
  refused: 'The body may ask again once the reasons are met.',
  suspended:
    'Until it is lifted they are put on no audit team, and no audit is planned or begun with them. Plan other people where they are on a team.',
  lifted: 'From today on they can be put on audit teams again.',
  ended: 'They are put on no audit team any more by this approval. Audits that have begun go on.',
};

const reviewing: Record<What, string> = {
  granted:
    'From the first day on they can approve reports, close grave findings and answer what becomes of a finding.',
  refused: auditing.refused,
  suspended:
    'Until it is lifted they approve no report, close no grave finding and answer for none. A colleague who is approved does.',
  lifted: 'From today on they can approve reports and close grave findings again.',
  ended: 'They approve no report and close no grave finding any more by this approval.',
};

const effectOf = ({ level, what }: { level: string; what: What }) =>
  (level === 'reviewer' ? reviewing : auditing)[what];

export const auditorDecided = ({
  what,
  reason,
  ...told
}: AuditorTold & { what: What; reason: string }): Email => ({
  subject: subjects[what](told),
  body: (
    <EmailFrame
      heading={subjects[what](told)}
      preview={`${told.body}: ${effectOf({ ...told, what })}`}
      why={why}
    >
      <Paragraph>
        This is about {told.auditor} of {told.body}, as {told.level}. {effectOf({ ...told, what })}
      </Paragraph>
      {what === 'lifted' ? null : <Paragraph>The scheme’s reasons: {reason}</Paragraph>}
      <NextStep link={told.link}>See the approvals</NextStep>
    </EmailFrame>
  ),
});

export const auditorEnding = ({ auditor, body, level, untilDay, link }: AuditorTold): Email => ({
  subject: `The approval of ${auditor} as ${level} ends on ${untilDay}`,
  body: (
    <EmailFrame
      heading={`An approval as ${level} ends soon`}
      preview={`${auditor}: until ${untilDay}.`}
      why={why}
    >
      <Paragraph>
        The approval of {auditor} of {body} as {level} ends on {untilDay}.{' '}
        {level === 'reviewer'
          ? 'After that day they approve no report and close no grave finding.'
          : 'After that day they are put on no audit team, and no audit can be planned beyond it with them.'}
      </Paragraph>
      <Paragraph>If they go on, the body asks the scheme for a new approval before then.</Paragraph>
      <NextStep link={link}>See the approvals</NextStep>
    </EmailFrame>
  ),
});
