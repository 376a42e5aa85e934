import { refusalText as panelText } from '../../decisions/ui/refusals.ts';

const texts: Record<string, string> = {
  decided_by_you: 'You had a part in the decision this appeal is against. Somebody else decides the appeal.',
  declare_first: 'Declare first whether anything ties you to this recruiter. Then you read the appeal.',
  appeal_decided: 'Somebody decided this appeal before you; what they decided stands.',
  proposal_waits:
    'Somebody proposed a decision before you: it stands on the page of the appeal. Confirm it, or send it back. What you wrote was not sent; copy it if you need it.',
  no_proposal: 'This proposal was answered meanwhile: the page of the appeal shows how, and by whom.',
  own_proposal:
    'You proposed this. Somebody else who had no part in the decision confirms it, or sends it back.',
  another_proposal: 'Another decision is proposed by now. Read it before you answer.',
  proposer_not_free:
    'Whoever proposed this is tied to the recruiter by now, or took a part in the decision. Send it back; somebody else proposes anew.',
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
