import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type TieOnTeam = { member: string; recruiter: string; reference: string; link: string };

export const tieOnTeam = ({ member, recruiter, reference, link }: TieOnTeam): Email => ({
  subject: `${member} declared a tie to ${recruiter} while auditing it`,
  body: (
    <EmailFrame
      heading="Somebody on an audit team is tied to the recruiter"
      preview={`${reference}: the audit does not go on before ${member} has left its team.`}
      why="You get this because you review audits for the audit body, or oversee them for the scheme."
    >
      <Paragraph>
        {member} is on the team of audit {reference} of {recruiter}, and has declared a tie to it. From now on
        they can do nothing in this audit, and it does not go on before they have left its team.
      </Paragraph>
      <Paragraph>
        Take them off, and put somebody in their place where one is needed. What they have recorded stays,
        under their name.
      </Paragraph>
      <NextStep link={link}>See the team</NextStep>
    </EmailFrame>
  ),
});
