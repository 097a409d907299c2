package groupwatch.simulator.instance;

import groupwatch.simulator.SimulatorSettings;
import groupwatch.simulator.store.AddressBook;
import groupwatch.simulator.store.GroupBook;
import groupwatch.simulator.store.MessageBook;
import groupwatch.simulator.store.Uploads;
import groupwatch.simulator.webhook.LetterWriter;
import groupwatch.simulator.webhook.Outbox;
import groupwatch.simulator.webhook.WebhookTarget;
import groupwatch.simulator.wire.MessageJson;
import groupwatch.simulator.world.Persona;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One instance. */
public final class Instance {

    private final Identity identity;
    private final Persona account;
    private final Link link = new Link();
    private final Sieve sieve = new Sieve(link);
    private final MessageBook messages;
    private final AddressBook contacts = new AddressBook();
    private final AddressBook chats = new AddressBook();
    private final GroupBook groups;
    private final Uploads uploads;
    private final MessageJson json;
    private final AtomicInteger failingUploads = new AtomicInteger();
    private volatile @Nullable Outbox outbox;
    private volatile @Nullable WebhookTarget webhook;
    private volatile InstanceSettings settings;
    private volatile Instant updatedAt;

    Instance(
            Identity identity,
            InstanceSettings settings,
            @Nullable WebhookTarget webhook,
            SimulatorSettings.Store limits) {
        this.identity = identity;
        this.account = identity.account();
        this.settings = settings;
        this.webhook = webhook;
        this.updatedAt = identity.createdAt();
        this.messages = new MessageBook(limits.messages());
        this.uploads = new Uploads(limits.uploads());
        this.groups = new GroupBook(account);
        this.json = new MessageJson(account, identity.id());
    }

    public Identity identity() {
        return identity;
    }

    public String name() {
        return identity.name();
    }

    public String id() {
        return identity.id();
    }

    /** Whose phone it would be. */
    public Persona account() {
        return account;
    }

    public Link link() {
        return link;
    }

    /** What of its events never leaves it. */
    public Sieve sieve() {
        return sieve;
    }

    /** Whether it hears nothing of a chat: as its settings say of groups. */
    public boolean ignores(String chat) {
        return settings.groupsIgnore() && chat.endsWith("@g.us");
    }

    public MessageBook messages() {
        return messages;
    }

    public AddressBook contacts() {
        return contacts;
    }

    public AddressBook chats() {
        return chats;
    }

    public GroupBook groups() {
        return groups;
    }

    public Uploads uploads() {
        return uploads;
    }

    /** How many of the next uploads are to fail. */
    public AtomicInteger failingUploads() {
        return failingUploads;
    }

    public MessageJson json() {
        return json;
    }

    public Outbox outbox() {
        return Objects.requireNonNull(outbox);
    }

    public @Nullable WebhookTarget webhook() {
        return webhook;
    }

    public InstanceSettings settings() {
        return settings;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public void webhook(WebhookTarget target) {
        webhook = target;
        updatedAt = target.updatedAt();
    }

    public void settings(InstanceSettings changed, Instant at) {
        settings = changed;
        updatedAt = at;
    }

    void outbox(Outbox opened) {
        outbox = opened;
    }

    /** Who tells its events; the account is known from the first time it was open. */
    LetterWriter.Teller teller() {
        var sender = link.wasOpen() && identity.needsPairing() ? account.phoneJid() : null;
        return new LetterWriter.Teller(identity.name(), identity.token(), sender);
    }
}
