import { states } from '#emails/certificates/states.ts';

import type { StandingStatus } from '../../../certificates/model.ts';
import type { Face, MarkLanguage } from '../model.ts';

/** What a badge says beside a standing; `day` with `{day}`. */
type Words = {
  about: string;
  certified: string;
  watched: string;
  applicant: string;
  refused: string;
  day: string;
  stranger: string;
  strangerWhy: string;
  unsure: string;
  unsureWhy: string;
};

/** English first; the others are not yet reviewed by native readers. */
export const badgeWords: Record<MarkLanguage, Words> = {
  en: {
    ...{ about: 'Ethical recruitment', certified: 'Certified', watched: 'Certified, under watch' },
    ...{ applicant: 'Not certified yet', refused: 'Not certified', day: 'As of {day}' },
    ...{ stranger: 'Not a badge of ours', strangerWhy: 'Nobody on the register has this number' },
    ...{ unsure: 'Cannot be told now', unsureWhy: 'Do not rely on this badge.' },
  },
  ne: {
    ...{ about: 'नैतिक भर्ती', certified: 'प्रमाणित', watched: 'प्रमाणित, निगरानीमा' },
    ...{ applicant: 'अहिलेसम्म प्रमाणित छैन', refused: 'प्रमाणित छैन', day: '{day} को अवस्था' },
    ...{ stranger: 'यो हाम्रो चिन्ह होइन', strangerWhy: 'दर्ता सूचीमा यो नम्बर कसैको छैन' },
    ...{ unsure: 'अहिले भन्न सकिँदैन', unsureWhy: 'यो चिन्हमा भर नपर्नुहोस्।' },
  },
  bn: {
    ...{ about: 'নৈতিক নিয়োগ', certified: 'প্রত্যয়িত', watched: 'প্রত্যয়িত, নজরদারিতে' },
    ...{ applicant: 'এখনও প্রত্যয়িত নয়', refused: 'প্রত্যয়িত নয়', day: '{day} তারিখের অবস্থা' },
    ...{ stranger: 'এটি আমাদের চিহ্ন নয়', strangerWhy: 'নিবন্ধনে এই নম্বর কারও নয়' },
    ...{ unsure: 'এখন বলা যাচ্ছে না', unsureWhy: 'এই চিহ্নের ওপর নির্ভর করবেন না।' },
  },
  hi: {
    ...{ about: 'नैतिक भर्ती', certified: 'प्रमाणित', watched: 'प्रमाणित, निगरानी में' },
    ...{ applicant: 'अभी प्रमाणित नहीं', refused: 'प्रमाणित नहीं', day: '{day} की स्थिति' },
    ...{ stranger: 'यह हमारा चिह्न नहीं है', strangerWhy: 'रजिस्टर में यह संख्या किसी की नहीं है' },
    ...{ unsure: 'अभी बताया नहीं जा सकता', unsureWhy: 'इस चिह्न पर भरोसा न करें।' },
  },
  ur: {
    ...{ about: 'اخلاقی بھرتی', certified: 'تصدیق شدہ', watched: 'تصدیق شدہ، زیرِ نگرانی' },
    ...{ applicant: 'ابھی تصدیق شدہ نہیں', refused: 'تصدیق شدہ نہیں', day: '{day} کی صورتِ حال' },
    ...{ stranger: 'یہ ہمارا نشان نہیں', strangerWhy: 'رجسٹر میں یہ نمبر کسی کا نہیں' },
    ...{ unsure: 'ابھی بتایا نہیں جا سکتا', unsureWhy: 'اس نشان پر بھروسہ نہ کریں۔' },
  },
  tl: {
    ...{ about: 'Etikal na pangangalap', certified: 'Sertipikado', watched: 'Sertipikado, binabantayan' },
    ...{ applicant: 'Hindi pa sertipikado', refused: 'Hindi sertipikado', day: 'Noong {day}' },
    ...{ stranger: 'Hindi ito tatak namin', strangerWhy: 'Walang may ganitong numero sa rehistro' },
    ...{
      unsure: 'Hindi masabi ngayon',
      unsureWhy: 'Huwag umasa sa tatak na ito.',
    },
  },
  id: {
    ...{ about: 'Perekrutan yang etis', certified: 'Bersertifikat' },
    ...{ watched: 'Bersertifikat, dalam pengawasan', applicant: 'Belum bersertifikat' },
    ...{ refused: 'Tidak bersertifikat', day: 'Per {day}', stranger: 'Bukan lencana kami' },
    ...{ strangerWhy: 'Tidak ada yang bernomor ini di daftar', unsure: 'Sekarang belum dapat dikatakan' },
    unsureWhy: 'Jangan mengandalkan lencana ini.',
  },
  my: {
    ...{ about: 'ကျင့်ဝတ်နှင့်ညီသော အလုပ်သမားခေါ်ယူမှု', certified: 'အသိအမှတ်ပြုထားသည်' },
    ...{ watched: 'အသိအမှတ်ပြုထားသည်၊ စောင့်ကြည့်ဆဲ', applicant: 'အသိအမှတ်မပြုရသေးပါ' },
    ...{ refused: 'အသိအမှတ်မပြုပါ', day: '{day} အခြေအနေ', stranger: 'ကျွန်ုပ်တို့၏ အမှတ်တံဆိပ် မဟုတ်ပါ' },
    ...{ strangerWhy: 'စာရင်းတွင် ဤနံပါတ် မည်သူမျှ မရှိပါ', unsure: 'ယခု မပြောနိုင်ပါ' },
    unsureWhy: 'ဤအမှတ်တံဆိပ်ကို မယုံကြည်ပါနှင့်။',
  },
  km: {
    ...{ about: 'ការជ្រើសរើសប្រកបដោយសីលធម៌', certified: 'មានការបញ្ជាក់' },
    ...{ watched: 'មានការបញ្ជាក់ ក្រោមការតាមដាន', applicant: 'មិនទាន់មានការបញ្ជាក់' },
    ...{ refused: 'គ្មានការបញ្ជាក់', day: 'គិតត្រឹម {day}', stranger: 'មិនមែនជាសញ្ញារបស់យើងទេ' },
    ...{ strangerWhy: 'គ្មាននរណាមានលេខនេះក្នុងបញ្ជីទេ', unsure: 'មិនអាចប្រាប់ឥឡូវនេះបានទេ' },
    unsureWhy: 'កុំទុកចិត្តសញ្ញានេះ។',
  },
  vi: {
    ...{ about: 'Tuyển dụng có đạo đức', certified: 'Được chứng nhận' },
    ...{ watched: 'Được chứng nhận, đang được theo dõi', applicant: 'Chưa được chứng nhận' },
    ...{ refused: 'Không được chứng nhận', day: 'Tính đến {day}', stranger: 'Không phải dấu của chúng tôi' },
    ...{ strangerWhy: 'Không ai trong sổ đăng ký có số này', unsure: 'Hiện chưa thể cho biết' },
    unsureWhy: 'Đừng tin vào dấu này.',
  },
  am: {
    ...{ about: 'ሥነ ምግባራዊ ምልመላ', certified: 'የተረጋገጠ', watched: 'የተረጋገጠ፣ በክትትል ሥር' },
    ...{ applicant: 'ገና ያልተረጋገጠ', refused: 'ያልተረጋገጠ', day: 'እስከ {day}' },
    ...{ stranger: 'የእኛ ምልክት አይደለም', strangerWhy: 'በመዝገቡ ይህ ቁጥር ያለው የለም' },
    ...{ unsure: 'አሁን መናገር አይቻልም', unsureWhy: 'በዚህ ምልክት አይተማመኑ።' },
  },
  sw: {
    ...{ about: 'Uajiri wa kimaadili', certified: 'Imethibitishwa' },
    ...{ watched: 'Imethibitishwa, chini ya uangalizi', applicant: 'Bado haijathibitishwa' },
    ...{ refused: 'Haijathibitishwa', day: 'Kufikia {day}', stranger: 'Si alama yetu' },
    ...{ strangerWhy: 'Hakuna mwenye namba hii kwenye rejista', unsure: 'Haiwezi kusemwa sasa' },
    unsureWhy: 'Usitegemee alama hii.',
  },
  ar: {
    ...{ about: 'توظيف أخلاقي', certified: 'معتمد', watched: 'معتمد، تحت المراقبة' },
    ...{ applicant: 'غير معتمد بعد', refused: 'غير معتمد', day: 'حتى {day}' },
    ...{ stranger: 'ليست شارتنا', strangerWhy: 'لا أحد في السجل يحمل هذا الرقم' },
    ...{ unsure: 'لا يمكن الجواب الآن', unsureWhy: 'لا تعتمد على هذه الشارة.' },
  },
  es: {
    ...{ about: 'Contratación ética', certified: 'Certificado', watched: 'Certificado, bajo vigilancia' },
    ...{ applicant: 'Aún no certificado', refused: 'No certificado', day: 'A {day}' },
    ...{ stranger: 'No es un distintivo nuestro', strangerWhy: 'Nadie en el registro tiene este número' },
    ...{ unsure: 'Ahora no se puede saber', unsureWhy: 'No se fíe de este distintivo.' },
  },
  fr: {
    ...{ about: 'Recrutement éthique', certified: 'Certifié', watched: 'Certifié, sous surveillance' },
    ...{ applicant: 'Pas encore certifié', refused: 'Non certifié', day: 'Au {day}' },
    ...{ stranger: 'Ce n’est pas notre badge', strangerWhy: 'Personne au registre n’a ce numéro' },
    ...{
      unsure: 'Impossible à dire maintenant',
      unsureWhy: 'Ne vous fiez pas à ce badge.',
    },
  },
  th: {
    ...{ about: 'การจัดหางานอย่างมีจริยธรรม', certified: 'ได้รับการรับรอง' },
    ...{ watched: 'ได้รับการรับรอง อยู่ระหว่างการเฝ้าระวัง', applicant: 'ยังไม่ได้รับการรับรอง' },
    ...{ refused: 'ไม่ได้รับการรับรอง', day: 'ณ วันที่ {day}', stranger: 'ไม่ใช่ตราของเรา' },
    ...{ strangerWhy: 'ไม่มีใครในทะเบียนใช้เลขนี้', unsure: 'ตอนนี้ยังบอกไม่ได้' },
    unsureWhy: 'อย่าเชื่อถือตรานี้',
  },
};

/** A standing in words; how a certificate stands that does not count is worded as on papers and in mails. */
export function standingIn(language: MarkLanguage, status: StandingStatus): string {
  const say = badgeWords[language];
  switch (status) {
    case 'certified':
      return say.certified;
    case 'certified_under_watch':
      return say.watched;
    case 'applicant':
      return say.applicant;
    case 'not_certified':
      return say.refused;
    case 'suspended':
    case 'withdrawn':
    case 'expired':
      return states[language][status];
  }
}

/** What a badge says in large letters. */
export const faceIn = (language: MarkLanguage, face: Face): string =>
  face === 'stranger' || face === 'unsure' ? badgeWords[language][face] : standingIn(language, face);
