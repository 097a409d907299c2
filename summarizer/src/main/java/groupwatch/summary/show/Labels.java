package groupwatch.summary.show;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words around a summary, in one language.
 *
 * @param weekdays from Monday
 * @param oneMessage how one is counted
 * @param manyMessages how any other number is, {@code %d} its place
 */
record Labels(
        List<String> weekdays,
        String overview,
        String urgent,
        String decisions,
        String actionItems,
        String openQuestions,
        String topics,
        String due,
        String oneMessage,
        String manyMessages,
        String oneDropped,
        String manyDropped,
        String extractive,
        String soFar,
        String reissued) {

    private static final Labels ENGLISH = new Labels(
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
            "Overview",
            "Urgent or delicate",
            "Decisions",
            "To do",
            "Open questions",
            "Topics",
            "due",
            "From 1 message.",
            "From %d messages.",
            "1 sentence was left out because no message bears it out.",
            "%d sentences were left out because no message bears them out.",
            "Sentences of the group itself, chosen without a language model.",
            "So far: the day was not over when this was written.",
            "Written anew: messages came, changed or were revoked after the first version.");

    private static final Labels PORTUGUESE = new Labels(
            List.of("segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"),
            "Resumo",
            "Urgente ou delicado",
            "Decisões",
            "Por fazer",
            "Perguntas em aberto",
            "Assuntos",
            "prazo",
            "De 1 mensagem.",
            "De %d mensagens.",
            "Ficou de fora 1 frase que nenhuma mensagem sustenta.",
            "Ficaram de fora %d frases que nenhuma mensagem sustenta.",
            "Frases do próprio grupo, escolhidas sem modelo de linguagem.",
            "Até agora: o dia ainda não tinha acabado quando isto foi escrito.",
            "Escrito de novo: chegaram, mudaram ou foram apagadas mensagens depois da primeira versão.");

    private static final Labels ITALIAN = new Labels(
            List.of("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"),
            "In breve",
            "Urgente o delicato",
            "Decisioni",
            "Da fare",
            "Domande aperte",
            "Argomenti",
            "entro",
            "Da 1 messaggio.",
            "Da %d messaggi.",
            "È stata omessa 1 frase che nessun messaggio conferma.",
            "Sono state omesse %d frasi che nessun messaggio conferma.",
            "Frasi del gruppo stesso, scelte senza un modello linguistico.",
            "Finora: la giornata non era ancora finita quando è stato scritto.",
            "Riscritto: dopo la prima versione sono arrivati, cambiati o stati revocati messaggi.");

    private static final Labels SPANISH = new Labels(
            List.of("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
            "Resumen",
            "Urgente o delicado",
            "Decisiones",
            "Por hacer",
            "Preguntas abiertas",
            "Temas",
            "plazo",
            "De 1 mensaje.",
            "De %d mensajes.",
            "Se omitió 1 frase que ningún mensaje respalda.",
            "Se omitieron %d frases que ningún mensaje respalda.",
            "Frases del propio grupo, elegidas sin un modelo de lenguaje.",
            "Hasta ahora: el día no había terminado cuando se escribió.",
            "Escrito de nuevo: llegaron, cambiaron o se borraron mensajes después de la primera versión.");

    private static final Labels GERMAN = new Labels(
            List.of("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
            "Überblick",
            "Dringend oder heikel",
            "Entscheidungen",
            "Zu tun",
            "Offene Fragen",
            "Themen",
            "bis",
            "Aus 1 Nachricht.",
            "Aus %d Nachrichten.",
            "1 Satz wurde weggelassen, weil ihn keine Nachricht belegt.",
            "%d Sätze wurden weggelassen, weil sie keine Nachricht belegt.",
            "Sätze der Gruppe selbst, ohne Sprachmodell ausgewählt.",
            "Bis jetzt: der Tag war noch nicht vorbei, als dies geschrieben wurde.",
            "Neu geschrieben: nach der ersten Fassung kamen Nachrichten dazu, wurden geändert oder gelöscht.");

    private static final Map<String, Labels> BY_LANGUAGE =
            Map.of("en", ENGLISH, "pt", PORTUGUESE, "it", ITALIAN, "es", SPANISH, "de", GERMAN);

    /** @param language as {@code pt-BR}; one that we have no words in reads as English */
    static Labels of(String language) {
        return BY_LANGUAGE.getOrDefault(Locale.forLanguageTag(language).getLanguage(), ENGLISH);
    }

    String day(LocalDate date) {
        return weekdays.get(date.getDayOfWeek().getValue() - 1) + ", " + date;
    }

    String messages(int number) {
        return number == 1 ? oneMessage : manyMessages.formatted(number);
    }

    String dropped(int number) {
        return number == 1 ? oneDropped : manyDropped.formatted(number);
    }
}
