import { refusalText as panelText } from '../../decisions/ui/refusals.ts';

const texts: Record<string, string> = {
  decided_by_you: 'You had a part in the decision this appeal is against. Somebody else decides the appeal.',
  declare_first: 'Declare first whether anything ties you to this recruiter. Then you read the appeal.',
  appeal_decided: 'Somebody decided this appeal before you; what they decided stands.',
  already_acknowledged: 'This appeal was acknowledged already.',
  stay_decided: 'A stay was granted or refused already, and that stands until the appeal is decided.',
  nothing_to_stay:
    'There is nothing left that a stay would hold: nothing stood before that decision, or it changed meanwhile.',
  nothing_left_after_stay:
    'Other parts of the scope were taken out during the stay: dismissed, the appeal would leave a certificate that covers nothing. Have the certificate withdrawn first.',
  already_appealed:
    'This decision was appealed against already. One appeal is possible against each decision.',
  appeal_too_late: 'The days in which an appeal was possible are over.',
  another_certificate: 'The recruiter has another certificate by now, and one alone can stand.',
};

/** What keeps somebody from the panel's votes keeps them from appeals too, in the same words. */
export const refusalText = (refusal: string) => texts[refusal] ?? panelText(refusal);
