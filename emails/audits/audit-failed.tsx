import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';
import { directionOf, languageOf, type Language } from '../language.ts';

type Words = { heading: string; text: readonly string[]; step: string; why: string };

/** What the recruiter reads, in its own language; `{reference}` is the audit's. */
const recruiters: Record<Language, Words> = {
  en: {
    heading: 'Audit {reference} has failed',
    text: [
      'A critical or major finding of audit {reference} was not corrected and verified within the time the scheme allows.',
      'This audit can no longer lead to a certificate. A new stage 2 audit is needed: your audit body arranges it with you. Go on correcting what is open, because the new audit looks at it first.',
    ],
    step: 'See what is open',
    why: 'You get this because you look after your agency’s audit.',
  },
  fr: {
    heading: 'L’audit {reference} a échoué',
    text: [
      'Une constatation critique ou majeure de l’audit {reference} n’a pas été corrigée et vérifiée dans le délai prévu.',
      'Cet audit ne peut plus mener à un certificat. Un nouvel audit d’étape 2 est nécessaire : votre organisme d’audit l’organise avec vous. Continuez à corriger ce qui est ouvert, car le nouvel audit commencera par là.',
    ],
    step: 'Voir ce qui est ouvert',
    why: 'Vous recevez ce message parce que vous suivez l’audit de votre agence.',
  },
  es: {
    heading: 'La auditoría {reference} no se superó',
    text: [
      'Un hallazgo crítico o mayor de la auditoría {reference} no se corrigió ni se verificó dentro del plazo previsto.',
      'Esta auditoría ya no puede llevar a un certificado. Hace falta una nueva auditoría de etapa 2: su organismo auditor la organiza con ustedes. Sigan corrigiendo lo que está abierto, porque la nueva auditoría empezará por ahí.',
    ],
    step: 'Ver lo que está abierto',
    why: 'Recibe este mensaje porque se ocupa de la auditoría de su agencia.',
  },
  ar: {
    heading: 'لم ينجح التدقيق {reference}',
    text: [
      'لم تُصحَّح ملاحظة حرجة أو كبيرة من التدقيق {reference} ولم يُتحقَّق منها في المهلة المحددة.',
      'لا يمكن أن يؤدي هذا التدقيق إلى شهادة بعد الآن. يلزم تدقيق جديد من المرحلة الثانية، وترتّبه معكم جهة التدقيق. واصلوا تصحيح ما هو مفتوح، لأن التدقيق الجديد يبدأ به.',
    ],
    step: 'اطّلع على ما هو مفتوح',
    why: 'تصلك هذه الرسالة لأنك تتابع تدقيق وكالتك.',
  },
  hi: {
    heading: 'ऑडिट {reference} असफल रहा',
    text: [
      'ऑडिट {reference} की एक गंभीर या बड़ी कमी तय समय में ठीक और सत्यापित नहीं हुई।',
      'अब इस ऑडिट से प्रमाणपत्र नहीं मिल सकता। दूसरे चरण का नया ऑडिट ज़रूरी है: आपकी ऑडिट संस्था इसे आपके साथ तय करेगी। जो खुला है उसे ठीक करते रहें, क्योंकि नया ऑडिट पहले उसी को देखेगा।',
    ],
    step: 'देखें क्या खुला है',
    why: 'यह संदेश आपको इसलिए मिला क्योंकि आप अपनी एजेंसी के ऑडिट की देखरेख करते हैं।',
  },
  ne: {
    heading: 'अडिट {reference} असफल भयो',
    text: [
      'अडिट {reference} को एउटा गम्भीर वा ठूलो कमी तोकिएको समयभित्र सच्याइएन र प्रमाणित भएन।',
      'अब यस अडिटबाट प्रमाणपत्र पाउन सकिँदैन। दोस्रो चरणको नयाँ अडिट आवश्यक छ: तपाईंको अडिट संस्थाले तपाईंसँग मिलेर यसको व्यवस्था गर्छ। बाँकी कुरा सच्याउँदै जानुहोस्, किनकि नयाँ अडिटले पहिले त्यही हेर्छ।',
    ],
    step: 'के बाँकी छ हेर्नुहोस्',
    why: 'तपाईं आफ्नो एजेन्सीको अडिट हेर्ने भएकाले यो सन्देश आएको हो।',
  },
  bn: {
    heading: 'অডিট {reference} ব্যর্থ হয়েছে',
    text: [
      'অডিট {reference}-এর একটি গুরুতর বা বড় ত্রুটি নির্ধারিত সময়ের মধ্যে সংশোধন ও যাচাই করা হয়নি।',
      'এই অডিট থেকে আর সনদ পাওয়া যাবে না। দ্বিতীয় ধাপের নতুন অডিট প্রয়োজন: আপনার অডিট সংস্থা আপনাদের সঙ্গে তার ব্যবস্থা করবে। যা বাকি আছে তা সংশোধন করতে থাকুন, কারণ নতুন অডিট প্রথমে সেটিই দেখবে।',
    ],
    step: 'কী বাকি আছে দেখুন',
    why: 'আপনি আপনার এজেন্সির অডিট দেখাশোনা করেন বলে এই বার্তা পেয়েছেন।',
  },
  id: {
    heading: 'Audit {reference} gagal',
    text: [
      'Sebuah temuan kritis atau besar dari audit {reference} tidak diperbaiki dan diverifikasi dalam waktu yang ditentukan.',
      'Audit ini tidak dapat lagi menghasilkan sertifikat. Audit tahap 2 yang baru diperlukan: lembaga audit Anda mengaturnya bersama Anda. Teruskan perbaikan yang masih terbuka, karena audit baru akan memeriksanya lebih dahulu.',
    ],
    step: 'Lihat yang masih terbuka',
    why: 'Anda menerima pesan ini karena Anda menangani audit agensi Anda.',
  },
};

const bodies: Words = {
  heading: 'Audit {reference} has failed',
  text: [
    'A critical or major finding of audit {reference} of {recruiter} was not corrected and verified within the stop of the scheme, counted from the last day of the audit.',
    'No decision follows from it. If {recruiter} goes on, schedule stage 2 again; what is still open goes on counting.',
  ],
  step: 'Open the audit',
  why: 'You get this because you lead this audit, or review reports of your audit body.',
};

/** Of a certificate: it stands, and what was found of it runs on. */
const kept: Record<Language, string> = {
  en: 'No decision follows from this audit, and nothing is renewed or extended by it. Another of its kind is needed: your audit body arranges it with you. Go on correcting what is open: its days run on, and a certificate is suspended where they are missed.',
  fr: 'Aucune décision ne suit de cet audit : il ne renouvelle ni n’étend rien. Un autre audit du même type est nécessaire : votre organisme d’audit l’organise avec vous. Continuez à corriger ce qui est ouvert : les délais courent toujours, et un certificat est suspendu s’ils sont manqués.',
  es: 'De esta auditoría no sigue ninguna decisión: no renueva ni amplía nada. Hace falta otra del mismo tipo: su organismo auditor la organiza con ustedes. Sigan corrigiendo lo que está abierto: los plazos siguen corriendo, y un certificado se suspende si no se cumplen.',
  ar: 'لا يترتب على هذا التدقيق أي قرار: لا يجدّد شيئًا ولا يوسّعه. يلزم تدقيق آخر من نوعه، وترتّبه معكم جهة التدقيق. واصلوا تصحيح ما هو مفتوح: المهل ما زالت سارية، وتُعلَّق الشهادة إذا فاتت.',
  hi: 'इस ऑडिट से कोई निर्णय नहीं होगा: इससे कुछ नवीनीकृत या विस्तारित नहीं होता। इसी प्रकार का दूसरा ऑडिट ज़रूरी है: आपकी ऑडिट संस्था इसे आपके साथ तय करेगी। जो खुला है उसे ठीक करते रहें: उसकी समय-सीमाएँ चलती रहती हैं, और उनके चूकने पर प्रमाणपत्र निलंबित होता है।',
  ne: 'यस अडिटबाट कुनै निर्णय हुँदैन: यसले केही नवीकरण वा विस्तार गर्दैन। यस्तै अर्को अडिट आवश्यक छ: तपाईंको अडिट संस्थाले तपाईंसँग मिलेर यसको व्यवस्था गर्छ। बाँकी कुरा सच्याउँदै जानुहोस्: म्याद चलिरहन्छ, र म्याद गुज्रिए प्रमाणपत्र निलम्बन हुन्छ।',
  bn: 'এই অডিট থেকে কোনো সিদ্ধান্ত হবে না: এতে কিছু নবায়ন বা সম্প্রসারণ হয় না। একই ধরনের আরেকটি অডিট প্রয়োজন: আপনার অডিট সংস্থা আপনাদের সঙ্গে তার ব্যবস্থা করবে। যা বাকি আছে তা সংশোধন করতে থাকুন: তার সময়সীমা চলতে থাকে, আর তা পেরিয়ে গেলে সনদ স্থগিত হয়।',
  id: 'Tidak ada keputusan yang mengikuti audit ini: tidak ada yang diperpanjang atau diperluas olehnya. Audit lain yang sejenis diperlukan: lembaga audit Anda mengaturnya bersama Anda. Teruskan perbaikan yang masih terbuka: tenggatnya tetap berjalan, dan sertifikat ditangguhkan bila tenggat itu terlewat.',
};

const keptBodies =
  'No decision follows from it. What is open of {recruiter} runs on: schedule another audit of its kind.';

type AuditFailed = {
  reference: string;
  recruiter: string;
  /** It was of a certificate, and not to lead to the first. */
  certified: boolean;
  /** The reader's language; the people of the audit body work in English. */
  code: string;
  to: 'recruiter' | 'body';
  link: string;
};

/** Grave findings were not corrected in time: the audit ends without a decision. */
export function auditFailed({ reference, recruiter, certified, code, to, link }: AuditFailed): Email {
  const language = to === 'body' ? 'en' : languageOf(code);
  const words = to === 'body' ? bodies : recruiters[language];
  const { heading, step, why } = words;
  const follows = to === 'body' ? keptBodies : kept[language];
  const text = certified ? [words.text[0] ?? heading, follows] : words.text;
  const fill = (line: string) =>
    line.replaceAll('{reference}', reference).replaceAll('{recruiter}', recruiter);
  return {
    subject: fill(heading),
    body: (
      <EmailFrame
        heading={fill(heading)}
        language={language}
        direction={directionOf(language)}
        preview={fill(text[0] ?? heading)}
        why={why}
      >
        {text.map((line) => (
          <Paragraph key={line}>{fill(line)}</Paragraph>
        ))}
        <NextStep link={link}>{step}</NextStep>
      </EmailFrame>
    ),
  };
}
