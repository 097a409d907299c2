package groupwatch.summary.write.testing;

import groupwatch.summary.transcript.Line;
import groupwatch.summary.transcript.Transcript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How people write, invented, in several languages and scripts. */
public final class Chats {

    private static final List<String> NAMES =
            List.of("Ana Silva", "Giulia", "Jürgen K.", "Marta", "Pedro 🎾", "Sofía Ruiz");

    private static final Map<String, List<String>> SAID = new LinkedHashMap<>();

    static {
        SAID.put(
                "English",
                List.of(
                        "Morning all! Anyone up for a walk by the river on Saturday?",
                        "Yes please, but not before 10, I'm working late on Friday 😴",
                        "I can bring the dog if nobody minds",
                        "ok",
                        "Has anybody paid the deposit for the hut yet? It was due yesterday I think, 120 in total, so 20 each",
                        "Paid mine. Sent the receipt to Marta",
                        "haha good one",
                        "The link for the tickets is https://tickets.example/e/48213 – they go fast"));
        SAID.put(
                "Portuguese",
                List.of(
                        "Bom dia! Alguém sabe se amanhã há reunião de condomínio?",
                        "Sim, às 19h30 na garagem. O administrador manda a ordem de trabalhos ainda hoje",
                        "Não consigo ir, estou no Porto até quinta. Podem votar por mim?",
                        "Claro, mas tens de mandar uma procuração assinada",
                        "ok, envio já",
                        "O elevador avariou outra vez 🤦 já é a terceira vez este mês",
                        "Liguei à assistência, dizem que vêm entre as 14h e as 16h",
                        "👍👍"));
        SAID.put(
                "Italian",
                List.of(
                        "Ragazzi, chi porta i bambini a calcio domani pomeriggio?",
                        "Io posso portarne tre, ma non riesco a riprenderli alle sei",
                        "Li riprendo io, nessun problema! Finisco alle cinque e mezza",
                        "Perfetto grazie mille 🙏",
                        "Attenzione che domani c'è sciopero dei mezzi, meglio partire prima",
                        "Qualcuno ha trovato la giacca blu di Matteo?"));
        SAID.put(
                "Spanish",
                List.of(
                        "Buenos días, ¿habéis visto el correo del colegio sobre la excursión?",
                        "Sí, hay que entregar la autorización firmada antes del viernes",
                        "¿Y cuánto cuesta? No lo pone en ningún sitio",
                        "25 € por niño, el autobús está incluido",
                        "jajaja vale",
                        "Yo no puedo acompañar, tengo médico a las once. ¿Alguien más se apunta?"));
        SAID.put(
                "German",
                List.of(
                        "Guten Morgen zusammen, wer übernimmt diese Woche den Treppenhausdienst?",
                        "Ich kann, aber erst ab Donnerstag, vorher bin ich auf Dienstreise",
                        "Die Heizungsablesung ist übrigens am Mittwoch zwischen 8 und 12 Uhr, bitte unbedingt jemand zu Hause sein!",
                        "Bin da",
                        "Könnte jemand mein Paket annehmen? Es kommt wahrscheinlich Mittwochvormittag",
                        "Klar, klingel einfach bei mir 😊"));
        SAID.put("Chinese", List.of("大家早上好,周六去爬山吗?", "可以,几点集合?我从浦东过去大概要一个小时", "八点半在地铁二号线出口见,别忘了带水", "好的"));
        SAID.put("Japanese", List.of("おはようございます。明日の打ち合わせは何時からですか?", "午前十時からです。資料は今日中に送ります", "了解しました"));
        SAID.put(
                "Arabic",
                List.of(
                        "صباح الخير، متى موعد الاجتماع غدا؟",
                        "الساعة السابعة مساء في بيت أحمد إن شاء الله",
                        "لا أستطيع الحضور، أنا مسافر حتى يوم الخميس"));
        SAID.put(
                "Russian",
                List.of(
                        "Доброе утро! Кто завтра идёт на родительское собрание?",
                        "Я пойду, но смогу только после шести",
                        "Хорошо, тогда встречаемся у школы"));
        SAID.put(
                "Hindi",
                List.of(
                        "सुप्रभात, कल की बैठक कितने बजे है?",
                        "शाम सात बजे, सबको समय पर आना है",
                        "ठीक है, मैं पहुँच जाऊँगा"));
        SAID.put("Emoji", List.of("😂😂😂", "❤️🔥🎉", "👨‍👩‍👧‍👦 👍🏽", "🙏🙏 🇵🇹⚽"));
    }

    private Chats() {}

    public static Map<String, List<String>> said() {
        return SAID;
    }

    /** As many messages in a language, one every 40 seconds; some answer others. */
    public static Transcript day(String language, int messages) {
        List<String> said = SAID.getOrDefault(language, List.of());
        List<Line> lines = new ArrayList<>();
        for (int at = 0; at < messages; at++) {
            String answered = at % 5 == 3 ? "ID" + (at - 1) : null;
            Line plain = Line.of(
                    "ID" + (at + 1),
                    Days.MORNING.plusSeconds(40L * at),
                    NAMES.get(at * 7 % 6),
                    said.get(at % said.size()));
            lines.add(new Line(
                    plain.id(),
                    plain.at(),
                    plain.speaker(),
                    plain.type(),
                    plain.text(),
                    answered,
                    null,
                    at % 20 == 7,
                    at % 9 == 4 ? 3 : 0,
                    at % 9 == 4 ? List.of("👍", "❤️") : List.of()));
        }
        return Days.transcript(lines);
    }
}
