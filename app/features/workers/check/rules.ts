import type { Standing } from '../../certificates/model.ts';
import type { CheckWords } from './words/model.ts';

/** Whether a certificate counts today: nothing else is answered in green. */
export const counts = ({ status }: Standing) => status === 'certified' || status === 'certified_under_watch';

/** What a standing means for somebody who is asked for money, with `{name}` and `{day}` to fill in. */
export function meaningOf(say: CheckWords, { status, reasonClass }: Standing): string {
  switch (status) {
    case 'certified':
      return say.certified;
    case 'certified_under_watch':
      return reasonClass === 'special_audit' ? say.watchAudit : say.watchRight;
    case 'suspended':
      return say.suspended;
    case 'withdrawn':
      return say.withdrawn;
    case 'expired':
      return reasonClass === null ? say.expired : say.expiredStopped;
    case 'applicant':
      return say.applicant;
    case 'not_certified':
      return say.refused;
  }
}

/** In the largest letters; undefined where the word of the badge says it all. */
export function titleOf(say: CheckWords, { status }: Standing): string | undefined {
  switch (status) {
    case 'certified_under_watch':
      return say.watchTitle;
    case 'suspended':
      return say.suspendedTitle;
    case 'withdrawn':
      return say.withdrawnTitle;
    case 'expired':
      return say.expiredTitle;
    case 'certified':
    case 'applicant':
    case 'not_certified':
      return undefined;
  }
}
