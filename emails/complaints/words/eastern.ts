import type { Language } from '../../language.ts';

import type { Words } from './kinds.ts';

export const eastern: Record<Extract<Language, 'ar' | 'hi' | 'ne' | 'bn'>, Words> = {
  ar: {
    occasions: {
      urgent: {
        subject: 'الشكوى {number}: انظر فيها الآن',
        heading: 'قد يكون شخص ما في خطر',
        text: 'وصلت الشكوى {number} الآن. تقول إن شخصًا في خطر أو عمره أقل من 18 سنة. انظر فيها فورًا.',
      },
      late: {
        subject: 'الشكوى {number} متأخرة',
        heading: 'شكوى متأخرة',
        text: 'حان موعد الخطوة التالية في الشكوى {number} ولم يقم بها أحد.',
      },
      reprisal: {
        subject: 'الشكوى {number}: شخص يُهدَّد أو يُعاقَب',
        heading: 'شخص يُهدَّد أو يُعاقَب',
        text: 'يقول من أرسل الشكوى {number} إن شخصًا يُهدَّد أو يُعاقَب بسببها. انظر فيها فورًا.',
      },
    },
    states: {
      received: 'تم استلامها',
      safety_triage: 'تم النظر في الخطر',
      acknowledged: 'تم تأكيد الاستلام',
      admissibility: 'يُنظر في قبولها',
      routed: 'تمت إحالتها',
      investigating: 'قيد التحقيق',
      finding: 'صدرت نتيجة',
      remedy_agreed: 'تم الاتفاق على الإنصاف',
      remedy_delivered: 'تم تقديم الإنصاف',
      confirmed_by_worker: 'أكدها العامل',
      appealed: 'قيد الطعن',
    },
    stands: 'أين وصلت: {state}.',
    step: 'افتح القضية',
    why: 'تصلك هذه الرسالة لأنك تعمل على الشكاوى.',
  },
  hi: {
    occasions: {
      urgent: {
        subject: 'शिकायत {number}: अभी देखें',
        heading: 'कोई खतरे में हो सकता है',
        text: 'शिकायत {number} अभी आई है। इसमें कहा गया है कि कोई खतरे में है, या 18 साल से कम उम्र का है। इसे तुरंत देखें।',
      },
      late: {
        subject: 'शिकायत {number} में देरी',
        heading: 'एक शिकायत में देरी हो गई है',
        text: 'शिकायत {number} का अगला कदम हो जाना चाहिए था, और किसी ने नहीं उठाया है।',
      },
      reprisal: {
        subject: 'शिकायत {number}: किसी को धमकी या सज़ा मिल रही है',
        heading: 'किसी को धमकी या सज़ा मिल रही है',
        text: 'जिसने शिकायत {number} भेजी, वह कहता है कि इसके कारण किसी को धमकी या सज़ा मिल रही है। इसे तुरंत देखें।',
      },
    },
    states: {
      received: 'मिल गई',
      safety_triage: 'खतरा देखा गया',
      acknowledged: 'मिलने की सूचना दी गई',
      admissibility: 'देखा जा रहा है कि ली जा सकती है या नहीं',
      routed: 'आगे भेजी गई',
      investigating: 'जाँच चल रही है',
      finding: 'नतीजा निकला',
      remedy_agreed: 'राहत तय हुई',
      remedy_delivered: 'राहत दी गई',
      confirmed_by_worker: 'कामगार ने पुष्टि की',
      appealed: 'अपील में',
    },
    stands: 'अभी कहाँ है: {state}।',
    step: 'मामला खोलें',
    why: 'यह आपको इसलिए मिला क्योंकि आप शिकायतों पर काम करते हैं।',
  },
  ne: {
    occasions: {
      urgent: {
        subject: 'उजुरी {number}: अहिले नै हेर्नुहोस्',
        heading: 'कोही खतरामा हुन सक्छ',
        text: 'उजुरी {number} भर्खरै आएको छ। यसमा कोही खतरामा छ, वा १८ वर्षभन्दा कम उमेरको छ भनिएको छ। तुरुन्तै हेर्नुहोस्।',
      },
      late: {
        subject: 'उजुरी {number} ढिलो भयो',
        heading: 'एउटा उजुरी ढिलो भयो',
        text: 'उजुरी {number} को अर्को कदम चाल्ने समय भइसक्यो, र कसैले चालेको छैन।',
      },
      reprisal: {
        subject: 'उजुरी {number}: कसैलाई धम्की वा सजाय दिइँदै छ',
        heading: 'कसैलाई धम्की वा सजाय दिइँदै छ',
        text: 'उजुरी {number} पठाउने व्यक्तिले यसैका कारण कसैलाई धम्की वा सजाय दिइँदै छ भन्नुभएको छ। तुरुन्तै हेर्नुहोस्।',
      },
    },
    states: {
      received: 'प्राप्त भयो',
      safety_triage: 'खतरा हेरियो',
      acknowledged: 'प्राप्त भएको जानकारी दिइयो',
      admissibility: 'लिन मिल्छ कि मिल्दैन हेरिँदै छ',
      routed: 'अगाडि पठाइयो',
      investigating: 'छानबिन हुँदै छ',
      finding: 'निष्कर्ष आयो',
      remedy_agreed: 'समाधानमा सहमति भयो',
      remedy_delivered: 'समाधान दिइयो',
      confirmed_by_worker: 'कामदारले पुष्टि गर्नुभयो',
      appealed: 'पुनरावेदनमा',
    },
    stands: 'अहिलेको अवस्था: {state}।',
    step: 'मुद्दा खोल्नुहोस्',
    why: 'तपाईं उजुरीमा काम गर्नुहुने भएकाले यो आएको हो।',
  },
  bn: {
    occasions: {
      urgent: {
        subject: 'অভিযোগ {number}: এখনই দেখুন',
        heading: 'কেউ বিপদে থাকতে পারেন',
        text: 'অভিযোগ {number} এইমাত্র এসেছে। এতে বলা হয়েছে কেউ বিপদে আছেন, বা তাঁর বয়স ১৮ বছরের কম। এখনই দেখুন।',
      },
      late: {
        subject: 'অভিযোগ {number} দেরি হয়েছে',
        heading: 'একটি অভিযোগে দেরি হয়েছে',
        text: 'অভিযোগ {number}-এর পরের ধাপের সময় পেরিয়ে গেছে, কেউ তা করেননি।',
      },
      reprisal: {
        subject: 'অভিযোগ {number}: কাউকে হুমকি বা শাস্তি দেওয়া হচ্ছে',
        heading: 'কাউকে হুমকি বা শাস্তি দেওয়া হচ্ছে',
        text: 'যিনি অভিযোগ {number} পাঠিয়েছেন, তিনি বলছেন এর কারণে কাউকে হুমকি বা শাস্তি দেওয়া হচ্ছে। এখনই দেখুন।',
      },
    },
    states: {
      received: 'পাওয়া গেছে',
      safety_triage: 'বিপদ দেখা হয়েছে',
      acknowledged: 'পাওয়ার কথা জানানো হয়েছে',
      admissibility: 'নেওয়া যায় কি না দেখা হচ্ছে',
      routed: 'পাঠানো হয়েছে',
      investigating: 'তদন্ত চলছে',
      finding: 'ফল পাওয়া গেছে',
      remedy_agreed: 'প্রতিকার ঠিক হয়েছে',
      remedy_delivered: 'প্রতিকার দেওয়া হয়েছে',
      confirmed_by_worker: 'কর্মী নিশ্চিত করেছেন',
      appealed: 'আপিলে আছে',
    },
    stands: 'এখন কোথায়: {state}।',
    step: 'মামলাটি খুলুন',
    why: 'আপনি অভিযোগ নিয়ে কাজ করেন বলে এটি পেয়েছেন।',
  },
};
