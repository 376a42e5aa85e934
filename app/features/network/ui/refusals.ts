import { isTableRefusal, tableText } from './table-texts.ts';

const texts: Record<string, string> = {
  have_already:
    'You seem to have this partner already: see below. If it is another one, add it all the same with the second button.',
  only_sub_agents_have_one: 'Only a sub-agent works under a partner agency.',
  no_such_agency: 'Choose a partner agency that you work with.',
  already_ended: 'You ended the work with this partner: what stands of it is kept as it was.',
  saved_meanwhile:
    'Somebody at your agency changed this partner after you opened it. What they saved stands below: choose what holds, then save again.',
  kind_stands: 'What kind of partner this is stands. End this one, and add it again as the other kind.',
  phone_authorised:
    'Workers are told that this partner is authorised by a number you removed. First change who is authorised.',
  kind_not_authorised: 'Only sub-agents and partner agencies can be authorised.',
  phone_missing: 'Choose at least one number. Workers check callers by it.',
  phone_not_on_record: 'One of these numbers is not on record any more. Choose again.',
  already_authorised: 'This partner is authorised by exactly these numbers already.',
  not_authorised: 'This partner is not authorised any more. Nothing was changed.',
  end_in_future: 'This day is still to come. End the work on the day it ends.',
  end_before_start: 'This day comes before the one from which you work with it.',
  columns_missing:
    'The first row does not name the columns we need: Kind, Name, Country and Place. Use the template, and keep its first row.',
  list_without_rows: 'There is no partner below the first row. Nothing was read.',
  list_taken: 'This list was taken already: its partners are in your network.',
  nothing_to_add: 'There is no row to add.',
  agency_gone:
    'An agency that sub-agents of this list work under was removed meanwhile. Send the list once more.',
  file_missing: 'Choose a file first.',
};

export const refusalText = (refusal: string) =>
  isTableRefusal(refusal)
    ? tableText(refusal)
    : (texts[refusal] ?? 'This cannot be done now. Go back and look at your network as it stands.');
