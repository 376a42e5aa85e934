import type { HelpWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const sw: HelpWords = {
  title: 'Nani anaweza kukusaidia',
  lead: 'Unaweza kuomba msaada. Ni haki yako. Piga simu au nenda mwenyewe, na taja jina lako ukitaka tu.',
  where: 'Uko nchi gani?',
  inCountry: 'Msaada: {country}',
  otherCountry: 'Nchi nyingine',
  what: 'Unahitaji nini?',
  anything: 'Msaada wowote',
  topics: {
    hotline: 'Simu ya msaada',
    resource_centre: 'Kituo cha wafanyakazi wahamiaji',
    consulate: 'Ubalozi au ubalozi mdogo',
    union: 'Chama cha wafanyakazi',
    shelter: 'Mahali salama pa kukaa',
    legal_aid: 'Msaada wa kisheria',
  },
  call: 'Piga simu {number}',
  page: 'Fungua ukurasa wao',
  address: 'Anwani',
  open: 'Saa za kufungua',
  speaks: 'Lugha wanazozungumza',
  free: 'Bure: kupiga simu au kwenda hakuna malipo',
  notFree: 'Huenda kuna malipo',
  checked: 'Ilikaguliwa {day}',
  source: 'Tulisoma hapa',
  example: 'Mfano tu. Hapa si mahali halisi.',
  none: 'Bado hatumjui mtu yeyote hapa.',
  noneMeans:
    'Hiyo haimaanishi kwamba hakuna anayeweza kusaidia. Uliza ubalozi wa nchi yako, au chama cha wafanyakazi mahali ulipo.',
  more: 'Zaidi',
  before: 'Rudi',
  languages: 'Lugha',
  check: 'Kagua wakala',
  leave: 'Ondoka kwenye ukurasa huu',
};
