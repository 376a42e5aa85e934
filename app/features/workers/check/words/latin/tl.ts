import type { CheckWords } from '../model.ts';

export const tl: CheckWords = {
  ask: 'Sertipikado ba ang recruiter na ito?',
  label: 'Pangalan o numero ng ahensiya',
  hint: 'Ang pangalan nito sa anumang sulat, numero ng telepono, numero ng lisensiya o sertipiko, o address ng page nito.',
  check: 'Tingnan',
  kept: 'Hindi namin itinatago ang itinatanong mo.',
  again: 'Tumingin ng iba',
  leave: 'Umalis sa pahinang ito',
  languages: 'Wika',
  unreviewed: 'Hindi pa nasusuri ng taong bihasa sa wikang ito ang saling ito.',
  laterTitle: 'Hindi kami makasagot ngayon',
  later:
    'Wala itong sinasabi tungkol sa anumang ahensiya. Huwag magbayad. Maghintay ng isang minuto at magtanong ulit.',
  listen: 'Pakinggan ang sagot na ito',

  certified:
    'Sertipikado ang {name} mula noong {day}. Hindi ka nito dapat singilin. Kung may humingi ng bayad, mali iyon: sabihin sa amin.',
  watchTitle: 'Sertipikado, pero mag-ingat',
  watchAudit:
    'Sertipikado ang {name}. Tinitingnan kung paano ito nagtatrabaho. Hindi ka nito dapat singilin.',
  watchRight: 'Sertipikado ang {name}. May kailangan itong itama. Hindi ka nito dapat singilin.',
  suspendedTitle: 'Itinigil. Huwag magbayad.',
  suspended: 'Walang bisa ang sertipiko ng {name} mula noong {day}.',
  withdrawnTitle: 'Hindi na sertipikado. Huwag magbayad.',
  withdrawn: 'Wala nang sertipiko ang {name} mula noong {day}.',
  expiredTitle: 'Hindi na sertipikado',
  expired: 'Natapos ang sertipiko ng {name} noong {day}. Huwag magbayad.',
  expiredStopped: 'Itinigil ang sertipiko ng {name}, at natapos ito noong {day}. Huwag magbayad.',
  applicant:
    'Humiling ang {name} na masertipika. Hindi pa kami umoo. Maaaring legal pa rin ito. Huwag magbayad.',
  refused: 'Humiling ang {name} na masertipika. Hindi kami pumayag. Huwag magbayad.',
  unknownTitle: 'Hindi namin kilala ang pangalang ito',
  unknown: 'Hindi sertipikado ang “{asked}”. Hindi ibig sabihin na ligtas ito. Huwag magbayad.',
  promiseTitle: 'Ang hindi nito ipinapangako',
  promise:
    'Wala itong sinasabi tungkol sa isang trabaho, o na ang gumagamit ng pangalan ng ahensiya ay talagang nagtatrabaho para rito.',

  thisOne: 'Ito ba?',
  whichOne: 'Alin dito?',
  otherOne: 'Hindi ito? Kung gayon, hindi namin ito kilala. Huwag magbayad.',
  otherMany: 'Wala rito? Kung gayon, hindi namin ito kilala. Huwag magbayad.',
  licence: 'Lisensiya {number}, {authority}',

  medical: 'medical at bakuna',
  insurance: 'insurance o welfare fund',
  tests: 'pagsusulit sa wika o kasanayan',
  training: 'training, bago umalis o pagdating',
  tools: 'gamit sa trabaho, uniporme at gamit pangkaligtasan',
  travel: 'tiket, biyahe, tirahan at pagkain sa daan',
  papers: 'visa, pasaporte, permit, kontrata at iba pang papeles',
  bribe: 'regalo o suhol, kahit kanino',
  wages: 'alinman dito sa bandang huli, mula sa suweldo mo',

  nowTitle: 'Ano ang gagawin ngayon',
  nowCertified:
    'Hilinging makita ang job order, ang kontrata at ang pangalan ng employer, at magtago ng kopya. Tingnan kung sino ang kumakausap sa iyo.',
  nowStop: 'Huwag magbayad at huwag pumirma. Huwag ibigay ang pasaporte mo. Tumingin ng ibang ahensiya.',
  proof:
    'Itago ang bawat resibo at mensahe, at sabihin sa tanggapan ng reklamo ng programa. Hindi sasabihin sa recruiter ang pangalan mo.',
  answered: 'Sinagot noong {when}. Maaari itong magbago: tingnan ulit bago pumirma.',
  keep: 'Itago o ipadala ito: i-print ang pahinang ito, o ipadala ang address na ito:',

  whoTitle: 'Sino ang kumakausap sa iyo?',
  whoLabel: 'Numero ng telepono o pangalan niya',
  yes: 'Oo',
  no: 'Hindi',
  whoOwn: 'Ang {asked} ay numerong inilathala ng {name} bilang sarili nito.',
  whoAgent: 'Puwedeng makipag-usap sa mga manggagawa ngayon si {agent} para sa {name}.',
  whoEven: 'Kahit ganoon, walang puwedeng maningil sa iyo.',
  whoNo: 'Wala ang {asked} sa mga numero at ahenteng sinabi sa amin ng {name}.',
  whoAsk: 'Magtanong sa {name} sa numerong inilathala nito, bago magbayad o pumirma ng anuman:',
  whoNone:
    'Walang inilathalang numero ang {name}. Magtanong sa opisina nito, bago magbayad o pumirma ng anuman.',

  jobTitle: 'Totoo ba ang trabahong ito?',
  jobHint: 'Isulat kung ano ang sinabi sa iyo. Puwedeng iwang blangko ang lugar at suweldo.',
  jobEmployer: 'Pangalan ng employer',
  jobPlace: 'Lugar ng trabaho',
  jobWage: 'Suweldo',
  jobFound: 'Nakalathala ang trabahong ito',
  jobDiffers: 'Nakalathala, pero hindi eksaktong gaya ng sinabi sa iyo',
  jobSame: 'Pareho sa sinabi sa iyo.',
  jobSameNumber: 'Pareho ang numero. Tingnan kung pareho rin ang pera o currency.',
  jobLike: 'Kahawig ang pangalang ito ng sinabi sa iyo, pero hindi pareho. Ihambing ang bawat letra.',
  jobOtherPlace: 'Ibang lugar ang sinabi sa iyo. Magtanong bago pumirma.',
  jobLower: 'Mas mababa ang suweldong sinabi sa iyo kaysa sa nakalathala. Magtanong bago pumirma.',
  jobHigher:
    'Mas mataas ang suweldong sinabi sa iyo kaysa sa nakalathala. Baka pang-akit lang ito. Magtanong bago pumirma.',
  jobOtherCurrency: 'Ibang pera o currency ang sinabi sa iyo. Magtanong bago pumirma.',
  jobClosed: 'Nailathala, pero sarado na ngayon',
  jobPaused: 'Nakalathala, pero walang bisa ngayon',
  jobWithdrawn: 'Binawi ang trabahong ito',
  jobMissingTitle: 'Hindi nakalathala ang trabahong ito',
  jobMissing:
    'Hindi inilathala ng {name} ang trabahong itinanong mo, sa “{asked}”. Hindi ibig sabihin na ligtas ito.',
  jobShow: 'Huwag magbayad. Hilingin sa ahensiya na ipakita sa iyo ang job order.',
  jobNoneTitle: 'Walang trabahong nakalathala rito',
  jobNone:
    'Walang job order na inilathala rito ang {name}. Wala itong sinasabing mabuti o masama tungkol sa trabaho. Huwag magbayad.',
  wageMonth: '{amount} bawat buwan',
  wageWeek: '{amount} bawat linggo',
  wageDay: '{amount} bawat araw',
  wageHour: '{amount} bawat oras',
};
