import { ButtonLink } from '#app/ui/buttons.tsx';

import type { Step } from '../step.ts';

/** The next step as the one primary button; what else is possible stands beside it. */
export function StepButtons({ steps }: { steps: readonly Step[] }) {
  if (steps.length === 0) return null;
  return steps.map(({ to, label, quiet }, index) => (
    <ButtonLink key={to} to={to} kind={index === 0 && !quiet ? 'primary' : 'secondary'}>
      {label}
    </ButtonLink>
  ));
}
