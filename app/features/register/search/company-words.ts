import { skeletonOf } from './skeleton.ts';

/** What a name says of its legal form, in Latin letters: two spellings of one name differ in it, two names hardly ever. */
const forms = `private pvt pvte pte limited ltd ltda co company corp corporation inc incorporated llc llp lp plc pllc
  est establishment wll bsc sdn bhd berhad pt tbk cv gmbh ag sarl sas srl spa sa bv nv oy ab aps kg jsc pjsc ojsc
  fze fzc fzco fz dmcc saoc opc plt ms messrs mes sro doo ooo lda eirl`;

/** Words that join others. */
const joining = 'and of the for al el und et de la le du y e';

/** Legal forms in scripts that part their words by spaces, as they are written. */
const localForms = `প্রাইভেট প্রাঃ প্রা লিমিটেড লিঃ লি কোম্পানি কোম্পানী কোং এন্ড অ্যান্ড এবং
  प्राइभेट प्राइवेट प्रा लिमिटेड लि कम्पनी कंपनी एण्ड एंड तथा र और
  شركة الشركة مؤسسة المؤسسة المحدودة محدودة ذمم پرائیویٹ لمیٹڈ کمپنی اینڈ اور
  ኃላፊነቱ የተወሰነ የግል ማህበር ማኅበር ኃ የተ የግ ማ እና ኩባንያ
  ෆුද්ගලික පුද්ගලික සමාගම ලිමිටඩ් தனியார் நிறுவனம் லிமிடெட் 주식회사 유한회사 ооо оао зао`;

/** The same in scripts that write their words together: found wherever they stand. The longer ones come first. */
const togetherForms =
  '股份有限公司|有限责任公司|有限責任公司|有限公司|公司|株式会社|合同会社|ห้างหุ้นส่วนจำกัด|ห้างหุ้นส่วน|บริษัท|จำกัด|มหาชน|' +
  'ကုမ္ပဏီ|လီမိတက်|လိမိတက်|ក្រុមហ៊ុន|លីមីតធីត|ឯ\\.ក|ບໍລິສັດ|ຈຳກັດ';

/** What many names say of their trade, and how else it is written, also in translation; the first is what all are read as. */
const trades = `recruiting recruitment recruit recruiters rec توظيف استقدام 招聘 ထောက်ပံ့ စေလွှတ် নিয়োগ भर्ती
  manpower mnpwr mp জনশক্তি जनशक्ति 劳务 勞務
  overseas oversea os
  services service svc svcs serv srvs خدمات সেবা सेवा 服务 服務
  employment emp रोजगार روزگار
  agency agencies agcy agy وكالة
  international intl internl int دولية
  management mgmt mgt
  consultants consultant consultancy consulting cons
  enterprises enterprise ent entp
  trading trdg
  brothers bros
  engineering engg
  development dev
  solutions solution sols
  associates assoc assocs
  technical tech
  resources resource
  group grp
  global
  national natl nat
  universal univ
  government govt
  travels travel
  placement placements
  workforce`;

const words = (text: string) => new Set(text.normalize('NFKC').split(/\s+/).filter(Boolean));
const [dropped, droppedLocally] = [words(`${forms} ${joining}`), words(localForms)];

/** Whether a word tells no name from another. */
export const saysNothing = (word: string) => dropped.has(word);
export const isLocalForm = (word: string) => droppedLocally.has(word);
export const togetherForm = new RegExp(togetherForms.normalize('NFKC'), 'gu');

const lists = trades.split('\n').map((line) => line.trim().split(/\s+/));
const byWord = new Map(
  lists.flatMap(([first = '', ...others]) => others.map((other) => [other.normalize('NFKC'), first])),
);
const bySkeleton = new Map(
  lists.flatMap((list) =>
    list.filter((word) => /^[a-z]{5,}$/.test(word)).map((word) => [skeletonOf(word), list[0] ?? word]),
  ),
);

/** The usual word for a short form or a translation, in its own script; else the word as it came. */
export const inFull = (word: string) => byWord.get(word) ?? word;

/** The usual word behind one that came from another script, where it sounds like one: "obhrsij" is overseas. */
export const heardAs = (word: string) => bySkeleton.get(skeletonOf(word)) ?? word;
