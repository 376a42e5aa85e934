import type { Language } from '../../language.ts';

export type Change = 'suspension' | 'suspension_goes_on' | 'withdrawal';
export type Owed = 'containment' | 'plan' | 'new_plan' | 'evidence' | 'new_evidence' | 'repayment';

/** `{number}` is the certificate's, `{in}` says how far ahead, `{day}` when it comes, `{due}` by when it was owed. */
type LateWords = {
  subjects: Record<Change, string>;
  heading: string;
  tasks: Record<Owed, string>;
  ahead: string;
  late: string;
  consequences: Record<Change, string>;
  /** That more time can be asked for, or was given once. */
  more: string;
  noMore: string;
  step: string;
};

/** English first; the others are not yet reviewed by native readers. */
export const lateWords: Record<Language, LateWords> = {
  en: {
    subjects: {
      suspension: 'Certificate {number} will be suspended {in}',
      suspension_goes_on: 'Certificate {number} will stay suspended {in}',
      withdrawal: 'Certificate {number} will be withdrawn {in}',
    },
    heading: 'Finding {finding} waits for you',
    tasks: {
      containment: 'Say how the harm was stopped',
      plan: 'Send the corrective action plan',
      new_plan: 'Send a new corrective action plan',
      evidence: 'Send the evidence that it is corrected',
      new_evidence: 'Send other evidence that it is corrected',
      repayment: 'Give workers back what they are owed, and have it confirmed',
    },
    ahead: '{task} by {due}, and nothing changes.',
    late: '{task}: it was due by {due}.',
    consequences: {
      suspension:
        'If it is not done, the certificate is suspended on {day}, and only the decision panel can lift that.',
      suspension_goes_on:
        'If it is not done, the certificate, which is suspended already, is suspended for this finding as well from {day} on.',
      withdrawal: 'If it is not done, the suspended certificate is withdrawn for good on {day}.',
    },
    more: 'If you need more time, ask your audit body before that day. It can give more time once, with its reason.',
    noMore: 'More time was given once, and cannot be given again.',
    step: 'See finding {finding}',
  },
  fr: {
    subjects: {
      suspension: 'Certificat {number} : suspendu {in}',
      suspension_goes_on: 'Certificat {number} : la suspension continue {in}',
      withdrawal: 'Certificat {number} : retiré {in}',
    },
    heading: 'La constatation {finding} vous attend',
    tasks: {
      containment: 'Dites comment le dommage a été arrêté',
      plan: 'Envoyez le plan d’actions correctives',
      new_plan: 'Envoyez un nouveau plan d’actions correctives',
      evidence: 'Envoyez les preuves de la correction',
      new_evidence: 'Envoyez d’autres preuves de la correction',
      repayment: 'Rendez aux travailleurs ce qui leur est dû et faites-le confirmer',
    },
    ahead: '{task} d’ici le {due}, et rien ne change.',
    late: '{task} : c’était attendu pour le {due}.',
    consequences: {
      suspension:
        'Sinon, le certificat est suspendu le {day}, et seul le comité de décision peut lever cette suspension.',
      suspension_goes_on:
        'Sinon, le certificat, déjà suspendu, l’est aussi pour cette constatation à partir du {day}.',
      withdrawal: 'Sinon, le certificat suspendu est retiré définitivement le {day}.',
    },
    more: 'S’il vous faut plus de temps, demandez-le à votre organisme d’audit avant ce jour. Il peut en accorder une fois, en disant pourquoi.',
    noMore: 'Plus de temps a été accordé une fois et ne peut pas l’être de nouveau.',
    step: 'Voir la constatation {finding}',
  },
  es: {
    subjects: {
      suspension: 'Certificado {number}: se suspende {in}',
      suspension_goes_on: 'Certificado {number}: sigue suspendido {in}',
      withdrawal: 'Certificado {number}: se retira {in}',
    },
    heading: 'El hallazgo {finding} le espera',
    tasks: {
      containment: 'Diga cómo se detuvo el daño',
      plan: 'Envíe el plan de acciones correctivas',
      new_plan: 'Envíe un nuevo plan de acciones correctivas',
      evidence: 'Envíe las pruebas de la corrección',
      new_evidence: 'Envíe otras pruebas de la corrección',
      repayment: 'Devuelva a los trabajadores lo que se les debe y haga que lo confirmen',
    },
    ahead: '{task} a más tardar el {due}, y nada cambia.',
    late: '{task}: el plazo era el {due}.',
    consequences: {
      suspension:
        'Si no se hace, el certificado se suspende el {day}, y solo el comité de decisión puede levantarlo.',
      suspension_goes_on:
        'Si no se hace, el certificado, ya suspendido, lo está también por este hallazgo desde el {day}.',
      withdrawal: 'Si no se hace, el certificado suspendido se retira definitivamente el {day}.',
    },
    more: 'Si necesita más tiempo, pídalo a su organismo auditor antes de ese día. Puede darlo una vez, con su razón.',
    noMore: 'Ya se dio más tiempo una vez y no puede darse de nuevo.',
    step: 'Ver el hallazgo {finding}',
  },
  ar: {
    subjects: {
      suspension: 'الشهادة {number}: تُعلَّق {in}',
      suspension_goes_on: 'الشهادة {number}: يستمر التعليق {in}',
      withdrawal: 'الشهادة {number}: تُسحب {in}',
    },
    heading: 'الملاحظة {finding} بانتظاركم',
    tasks: {
      containment: 'بيّنوا كيف أُوقف الضرر',
      plan: 'أرسلوا خطة الإجراءات التصحيحية',
      new_plan: 'أرسلوا خطة جديدة للإجراءات التصحيحية',
      evidence: 'أرسلوا أدلة التصحيح',
      new_evidence: 'أرسلوا أدلة أخرى على التصحيح',
      repayment: 'أعيدوا إلى العمال ما هو مستحق لهم واطلبوا تأكيده',
    },
    ahead: '{task} حتى {due} فلا يتغير شيء.',
    late: '{task}: كان موعدها {due}.',
    consequences: {
      suspension: 'وإلا تُعلَّق الشهادة في {day}، ولا يرفع ذلك إلا لجنة القرار.',
      suspension_goes_on: 'وإلا تُعلَّق الشهادة، وهي معلقة أصلا، بسبب هذه الملاحظة أيضا من {day}.',
      withdrawal: 'وإلا تُسحب الشهادة المعلقة نهائيا في {day}.',
    },
    more: 'إذا احتجتم إلى وقت أطول فاطلبوه من جهة التدقيق قبل ذلك اليوم. يمكنها منحه مرة واحدة مع بيان السبب.',
    noMore: 'مُنح وقت أطول مرة، ولا يمكن منحه من جديد.',
    step: 'اطّلع على الملاحظة {finding}',
  },
  hi: {
    subjects: {
      suspension: 'प्रमाणपत्र {number}: {in} निलंबित होगा',
      suspension_goes_on: 'प्रमाणपत्र {number}: {in} निलंबन जारी रहेगा',
      withdrawal: 'प्रमाणपत्र {number}: {in} वापस लिया जाएगा',
    },
    heading: 'कमी {finding} आपकी प्रतीक्षा में है',
    tasks: {
      containment: 'बताएँ कि नुक़सान कैसे रोका गया',
      plan: 'सुधार की योजना भेजें',
      new_plan: 'सुधार की नई योजना भेजें',
      evidence: 'सुधार का सबूत भेजें',
      new_evidence: 'सुधार का दूसरा सबूत भेजें',
      repayment: 'श्रमिकों को उनका बकाया लौटाएँ और इसकी पुष्टि कराएँ',
    },
    ahead: '{due} तक: {task}, तो कुछ नहीं बदलेगा।',
    late: '{task}: इसकी अंतिम तारीख़ {due} थी।',
    consequences: {
      suspension: 'ऐसा न होने पर प्रमाणपत्र {day} को निलंबित होगा, और इसे केवल निर्णय समिति हटा सकती है।',
      suspension_goes_on: 'ऐसा न होने पर पहले से निलंबित प्रमाणपत्र {day} से इस कमी के लिए भी निलंबित होगा।',
      withdrawal: 'ऐसा न होने पर निलंबित प्रमाणपत्र {day} को हमेशा के लिए वापस ले लिया जाएगा।',
    },
    more: 'यदि आपको और समय चाहिए, तो उस दिन से पहले अपनी ऑडिट संस्था से माँगें। वह कारण के साथ एक बार और समय दे सकती है।',
    noMore: 'एक बार और समय दिया जा चुका है, और फिर नहीं दिया जा सकता।',
    step: 'कमी {finding} देखें',
  },
  ne: {
    subjects: {
      suspension: 'प्रमाणपत्र {number}: {in} निलम्बित हुन्छ',
      suspension_goes_on: 'प्रमाणपत्र {number}: {in} निलम्बन कायम रहन्छ',
      withdrawal: 'प्रमाणपत्र {number}: {in} फिर्ता लिइन्छ',
    },
    heading: 'कमी {finding} तपाईंको पर्खाइमा छ',
    tasks: {
      containment: 'हानि कसरी रोकियो भन्नुहोस्',
      plan: 'सुधारको योजना पठाउनुहोस्',
      new_plan: 'सुधारको नयाँ योजना पठाउनुहोस्',
      evidence: 'सच्याइएको प्रमाण पठाउनुहोस्',
      new_evidence: 'सच्याइएको अर्को प्रमाण पठाउनुहोस्',
      repayment: 'श्रमिकलाई दिनुपर्ने रकम फिर्ता गर्नुहोस् र पुष्टि गराउनुहोस्',
    },
    ahead: '{due} भित्र: {task}, केही बदलिँदैन।',
    late: '{task}: यसको म्याद {due} थियो।',
    consequences: {
      suspension: 'नगरे प्रमाणपत्र {day} मा निलम्बित हुन्छ, र निर्णय समितिले मात्र त्यो हटाउन सक्छ।',
      suspension_goes_on: 'नगरे पहिले नै निलम्बित प्रमाणपत्र {day} देखि यो कमीका लागि पनि निलम्बित हुन्छ।',
      withdrawal: 'नगरे निलम्बित प्रमाणपत्र {day} मा सधैंका लागि फिर्ता लिइन्छ।',
    },
    more: 'थप समय चाहिए त्यस दिनअघि आफ्नो अडिट संस्थासँग माग्नुहोस्। उसले कारणसहित एक पटक थप समय दिन सक्छ।',
    noMore: 'एक पटक थप समय दिइसकियो, फेरि दिन सकिँदैन।',
    step: 'कमी {finding} हेर्नुहोस्',
  },
  bn: {
    subjects: {
      suspension: 'সনদ {number}: {in} স্থগিত হবে',
      suspension_goes_on: 'সনদ {number}: {in} স্থগিত থাকবে',
      withdrawal: 'সনদ {number}: {in} প্রত্যাহার হবে',
    },
    heading: 'ত্রুটি {finding} আপনার অপেক্ষায়',
    tasks: {
      containment: 'ক্ষতি কীভাবে থামানো হয়েছে বলুন',
      plan: 'সংশোধনের পরিকল্পনা পাঠান',
      new_plan: 'সংশোধনের নতুন পরিকল্পনা পাঠান',
      evidence: 'সংশোধনের প্রমাণ পাঠান',
      new_evidence: 'সংশোধনের অন্য প্রমাণ পাঠান',
      repayment: 'শ্রমিকদের পাওনা ফেরত দিন এবং তা নিশ্চিত করান',
    },
    ahead: '{due} এর মধ্যে: {task}, তাহলে কিছুই বদলাবে না।',
    late: '{task}: এর শেষ দিন ছিল {due}।',
    consequences: {
      suspension: 'না হলে সনদ {day} তারিখে স্থগিত হবে, এবং কেবল সিদ্ধান্ত কমিটি তা তুলতে পারে।',
      suspension_goes_on: 'না হলে আগে থেকেই স্থগিত সনদ {day} থেকে এই ত্রুটির জন্যও স্থগিত হবে।',
      withdrawal: 'না হলে স্থগিত সনদ {day} তারিখে চিরতরে প্রত্যাহার করা হবে।',
    },
    more: 'আরও সময় লাগলে সেই দিনের আগে আপনার অডিট সংস্থার কাছে চান। কারণ জানিয়ে তারা একবার আরও সময় দিতে পারে।',
    noMore: 'একবার আরও সময় দেওয়া হয়েছে, আবার দেওয়া যায় না।',
    step: 'ত্রুটি {finding} দেখুন',
  },
  id: {
    subjects: {
      suspension: 'Sertifikat {number}: ditangguhkan {in}',
      suspension_goes_on: 'Sertifikat {number}: tetap ditangguhkan {in}',
      withdrawal: 'Sertifikat {number}: dicabut {in}',
    },
    heading: 'Temuan {finding} menunggu Anda',
    tasks: {
      containment: 'Katakan bagaimana kerugian dihentikan',
      plan: 'Kirim rencana tindakan perbaikan',
      new_plan: 'Kirim rencana tindakan perbaikan yang baru',
      evidence: 'Kirim bukti perbaikannya',
      new_evidence: 'Kirim bukti perbaikan yang lain',
      repayment: 'Kembalikan hak para pekerja dan pastikan mereka mengonfirmasinya',
    },
    ahead: '{task} paling lambat {due}, dan tidak ada yang berubah.',
    late: '{task}: batas waktunya {due}.',
    consequences: {
      suspension:
        'Jika tidak, sertifikat ditangguhkan pada {day}, dan hanya panel keputusan yang dapat mengakhirinya.',
      suspension_goes_on:
        'Jika tidak, sertifikat yang sudah ditangguhkan juga ditangguhkan karena temuan ini sejak {day}.',
      withdrawal: 'Jika tidak, sertifikat yang ditangguhkan dicabut untuk selamanya pada {day}.',
    },
    more: 'Jika perlu waktu lebih, mintalah kepada lembaga audit Anda sebelum hari itu. Lembaga dapat memberi waktu lebih satu kali, dengan alasannya.',
    noMore: 'Waktu lebih sudah diberikan satu kali, dan tidak dapat diberikan lagi.',
    step: 'Lihat temuan {finding}',
  },
};
