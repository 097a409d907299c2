package groupwatch.summary.ask.words;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Words that are in every question and say nothing of what it is about, and those that questions to an archive are made of. */
final class StopWords {

    private static final Map<Tongue, Set<String>> ALL = Map.of(
            Tongue.ENGLISH,
            set("""
                    a about above after again all also am an and any anybody anyone anything are as ask asked at be because been before being
                    between but by can could did didn do does doesn doing don done down else every everybody everyone everything find for from
                    further get give got had has have having he her here him his how i if in into is isn it its just know last let list me mention
                    mentioned mentions message messages more most my new news no nobody nor not nothing now of off on once one only or other our
                    out over please post posted really s said same say saying says send sent she should show so some somebody someone something
                    still such summarise summarize summary t talk talked talking tell than that the their them then there these they thing things
                    this those through to told too under until up us very was wasn we were what whats when where which while who whom whose why
                    will with within without won would write written wrote yes yet you your chat chats conversation conversations discuss
                    discussed discussion group groups happen happened happening happens re ve ll d
                    """),
            Tongue.PORTUGUESE,
            set("""
                    a acerca agora ai ainda alguem algum alguma algumas alguns ao aos aquela aquele aqui as assim ate bem cada com como conta conte
                    contou conversa conversas da das de dela dele deles depois desde desta deste diga disse disseram dizer do dos e ela elas ele eles em
                    era essa esse esta estamos estao estar estava este estou eu falado falam falar falaram falou fez foi foram fosse grupo grupos ha houve isso
                    isto ja la lhe mais mas me mencionou mensagem mensagens mesmo meu meus minha minhas mostra mostre muito na nada nao nas nem
                    ninguem no nos nossa nosso novidades num numa o onde os ou para pela pelas pelo pelos perguntou pode por porque pra pro qual quais
                    quando quanto quantos que quem resuma resumo resumir se seja sem ser sera seu seus sido so sobre sua suas tambem te tem
                    tenho ter teve tinha todas todo todos tu tudo um uma umas uns voce voces aconteceu aconteceram acontece passou
                    """),
            Tongue.ITALIAN,
            set("""
                    a abbiamo ad adesso ai al alcuni alla alle allo anche ancora avere aveva avevano c che chi ci cio come con conversazione cosa cos cui da dai dal
                    dalla dalle dei del della delle dello detto deve devo di dice dire disse dopo dove e ecco ed era erano essere fa fare fatto fra
                    gia gli gruppi gruppo ha hai hanno ho i il in io la le lei li lo loro lui ma me menzionato messaggi messaggio mi mia mie miei mio molto mostra
                    ne negli nei nel nell nella nelle nessuno niente no noi non nostra nostro novita nulla o ogni ora parla parlano parlare parlato
                    per perche piu poi puo qual quale quali qualche qualcosa qualcuno quando quanti quanto quella quelle quelli quello questa queste questi
                    questo qui riassumi riassunto scritto se sei senza si sia siamo sono sta stai stato stata su sua sue sui sul sull sulla sulle suo suoi
                    tra trova tu tua tue tuo tutta tutte tutti tutto un una uno vi voi successo succede accaduto dell all dall l d chiesto
                    """),
            Tongue.SPANISH,
            set("""
                    a acerca ahora al algo alguien algun alguna algunas algunos ante antes aqui asi aun aunque cada casi chat como con
                    conversacion cual cuales cuando cuanto cuantos cuenta de decia decir del desde dice dicen dijeron dijo donde e el ella ellas ellos en
                    entre era eran es esa ese eso esta estaba estan estar estas este esto estos estoy fue fueron grupo grupos ha haber habia habla
                    hablado hablan hablar hablaron hablo hay he hemos hasta hizo la las le les lo los mas me menciono mensaje mensajes mi mis mismo muestra mucho muy
                    nada nadie ni no nos nosotros novedades nuestra nuestro o os otra otro para pero poco por porque pregunto puede pues que quien quienes
                    resume resumen resumir se sea ser si sido sin sobre solo son su sus tal tambien tan tanto te tener tengo ti tiene tienen todas
                    todo todos tu tus un una unas uno unos usted ustedes y ya yo paso pasado ocurrio sucedio
                    """),
            Tongue.GERMAN,
            set("""
                    ab aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bist bitte da dabei damit danach dann
                    das dass davon dazu dem den denn der des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen
                    einer eines er es etwas euch euer fasse fur gab gefragt geht gemacht geschrieben gesagt gesprochen geredet gegeben gegen gehabt gesendet
                    gibt gruppe gruppen gruppenchat haben hat hatte hatten hier hin ich ihm ihn ihnen ihr ihre ihren im in ins ist ja jede jeder jedes
                    jemand jetzt kann kannst kein keine keiner konnen konnte mal man mehr mein meine meinte mich mir mit muss nach nachricht nachrichten
                    neues nicht nichts niemand noch nun nur ob oder ohne sag sage sagen sagte schon schrieb sehr sei sein seine seit sich sie sind so
                    soll sollte sonst sprach sprachen uber um und uns unser unter viel viele vom von vor wann war waren warum was weil welche welchem welchen
                    welcher welches wem wen wenn wer werden wie wieder wieso will wir wird wo woher wohin worden worum wurde wurden zeig zu zum zur
                    zusammen zusammenfassung zwischen passiert geschehen los erwahnt thema unterhaltung
                    """));

    private StopWords() {}

    /** Folded. */
    static Set<String> of(Tongue tongue) {
        return ALL.getOrDefault(tongue, Set.of());
    }

    private static Set<String> set(String words) {
        return Arrays.stream(words.strip().split("\\s+")).collect(toUnmodifiableSet());
    }
}
