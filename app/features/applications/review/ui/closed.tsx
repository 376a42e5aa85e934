import { ButtonLink } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/page.tsx';

type Props = { here: string; standing: string; recruiter: string };

/** Stands in the place of what was sent, for an officer who may not see it, or not yet. */
export const Closed = ({ here, standing, recruiter }: Props) =>
  standing === 'conflicted' ? (
    <Card title="A colleague reviews this one">
      <p>{`You declared a tie to ${recruiter}. What it sent stays closed to you, and you do not decide it.`}</p>
    </Card>
  ) : (
    <Card title="Before you open it">
      <p>{`Say whether anything ties you to ${recruiter}. What it sent opens when you have declared that nothing does.`}</p>
      <ButtonLink to={`${here}/declare`}>Declare</ButtonLink>
    </Card>
  );
