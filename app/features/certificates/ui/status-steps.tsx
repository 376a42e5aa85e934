import { ButtonLink } from '#app/ui/buttons.tsx';

import type { Certificate, ReasonClass } from '../model.ts';
import { isLiftedByPanel, reasonsToSuspend, reasonsToWithdraw } from '../rules.ts';

type Step = { path: string; label: string; main?: boolean };

const steps: Record<Certificate['status'], Step[]> = {
  active: [
    { path: 'suspend', label: 'Suspend', main: true },
    { path: 'watch', label: 'Place under watch' },
    { path: 'reduce', label: 'Reduce the scope' },
    { path: 'withdraw', label: 'Withdraw' },
  ],
  active_under_watch: [
    { path: 'clear', label: 'End the watch', main: true },
    { path: 'suspend', label: 'Suspend' },
    { path: 'reduce', label: 'Reduce the scope' },
    { path: 'withdraw', label: 'Withdraw' },
  ],
  suspended: [
    { path: 'lift', label: 'Lift the suspension', main: true },
    { path: 'suspend', label: 'Give a graver reason' },
    { path: 'reduce', label: 'Reduce the scope' },
    { path: 'withdraw', label: 'Withdraw' },
  ],
  withdrawn: [{ path: 'withdraw', label: 'Give a graver reason' }],
  superseded: [],
  transferred: [],
};

/** Some suspensions the panel ends, not an officer. */
const toPanel: Step = { path: 'lift-review', label: 'Put before the panel', main: true };
type Standing = Pick<Certificate, 'id' | 'status'> & { reasonClass?: ReasonClass };
const stepsOf = (certificate: Standing) =>
  steps[certificate.status]
    .filter(({ path }) => path !== 'suspend' || reasonsToSuspend(certificate).length > 0)
    .filter(({ path }) => path !== 'withdraw' || reasonsToWithdraw(certificate).length > 0)
    .map((step) => (step.path === 'lift' && isLiftedByPanel(certificate) ? toPanel : step));

/** What may be done with a certificate as it stands; each on a page of its own. */
export const StatusSteps = ({ certificate }: { certificate: Standing }) =>
  stepsOf(certificate).map(({ path, label, main }) => (
    <ButtonLink
      key={path}
      to={`/scheme/certificates/${certificate.id}/${path}`}
      kind={main ? 'primary' : 'secondary'}
    >
      {label}
    </ButtonLink>
  ));
