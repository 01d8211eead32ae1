package org.lisolo.cli.screening;

import java.util.Locale;
import java.util.SplittableRandom;

/** Words of medicine that look like names and are nobody. */
final class MedicalWords {
    private static final String[] DRUG_BEGINS = {
        "Ada", "Ceto", "Ibru", "Lami", "Meto", "Nifu", "Oxa", "Predni", "Rivo", "Sima", "Tocli",
        "Usta", "Vora", "Zolpi", "Amo", "Igna", "Humi", "Stela", "Enba", "Xara"
    };
    private static final String[] DRUG_ENDS = {
        "zine",
        "mab",
        "nib",
        "xil",
        "prim",
        "olol",
        "vir",
        "statine",
        "ride",
        "mycine",
        "zole",
        "RA",
        "TIA",
        "MIN",
        "LIX",
        "parin",
        "gliptine"
    };
    private static final String[] DRUGS =
            ("Lantus Humalog Xarelto Eliquis Humira Stelara Cimzia Augmentin Lasix Plavix Lipitor"
                            + " Nexium Ventolin Doliprane Efferalgan Spasfon Kardegic Levothyrox"
                            + " Zoloft Prozac Xanax Valium Ativan Keppra Lyrica Neurontin Ozempic"
                            + " Trulicity Jardiance Januvia Entresto Coumadin Pradaxa Keytruda"
                            + " Herceptin Remicade Enbrel Coartem Fansidar Flagyl Bactrim Ciflox"
                            + " Rocephin Tylenol Advil Motrin Aleve Zofran Synthroid Crestor"
                            + " Metformin Losartan Amoxicilline Quinine Arnica Gelsemium Nux"
                            + " Vomica Belladonna Pulsatilla Euphytose Desogestrel Gaviscon")
                    .split(" ", -1);
    private static final String[] ABBREVIATIONS =
            ("NYHA GERD ELISA MRSA COPD CHF DVT HTN SLE CKD AFib CABG PCI STEMI NSTEMI PCOS IBS"
                            + " IBD ADHD PTSD OCD HIV HPV HCV HBV TB MDR-TB CT MRI PET EEG ECG"
                            + " EKG EMG ICU NICU ER OR BMI LDL HDL HbA1c TSH PSA CRP ESR CBC WBC"
                            + " RBC INR PT PTT ALT AST BUN GFR eGFR ACE ARB SSRI NSAID PPI BPCO"
                            + " AVC IDM HTA IRM TDM ECBU NFS VS VIH VHB IRC IRA ORL CHADS2-VASc"
                            + " ABCD2 MELD APACHE SOFA GCS ASA TNM FIGO BRCA1 KRAS EGFR HER2 JAK2"
                            + " PCR ACPA ANCA PHQ-9 GAD-7 MMSE RA UTI URI PNA DKA SIADH ARDS")
                    .split(" ", -1);
    private static final String[] EPONYMS =
            ("Alzheimer Parkinson Crohn Hodgkin Graves Addison Cushing Wilson Huntington Marfan"
                            + " Kawasaki Raynaud Sjögren Behçet Paget Hashimoto Ménière Bell"
                            + " Down Turner Klinefelter Tourette Guillain-Barré Barrett Wegener"
                            + " Takayasu Kaposi Ewing Wilms Burkitt Lyme Ebola Lassa Marburg Zika"
                            + " Chagas Hansen Pott Dupuytren Charcot Asperger Rett Gaucher Fabry"
                            + " Pompe Basedow Biermer Horton Still Whipple Hirschsprung Fallot"
                            + " Babinski Romberg Glasgow Apgar Framingham Gleason Child-Pugh Wells"
                            + " Ranson Murphy Kernig Snellen Rinne Weber Phalen Homans Virchow"
                            + " Epstein-Barr Coombs Foley Doppler Holter Swan-Ganz Billroth")
                    .split(" ", -1);

    private MedicalWords() {}

    private static String pick(SplittableRandom random, String[] some) {
        return some[random.nextInt(some.length)];
    }

    static String drug(SplittableRandom random) {
        String drug =
                random.nextInt(3) > 0
                        ? pick(random, DRUGS)
                        : pick(random, DRUG_BEGINS) + pick(random, DRUG_ENDS);
        return random.nextInt(4) == 0 ? drug.toUpperCase(Locale.ROOT) : drug;
    }

    static String abbreviation(SplittableRandom random) {
        return pick(random, ABBREVIATIONS);
    }

    /** The name in the name of a disease, a sign or a score. */
    static String eponym(SplittableRandom random) {
        return pick(random, EPONYMS);
    }
}
