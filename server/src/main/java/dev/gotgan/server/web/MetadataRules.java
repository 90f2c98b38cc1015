package dev.gotgan.server.web;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What people may write into a dataset's record, by whatever way it comes in.
public final class MetadataRules {
    /// Only an admin sets this tag.
    private static final String PLATFORM = "platform-sample";

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_TAG = 50;
    private static final int MOST_TAGS = 50;

    private final WrongFields wrong = new WrongFields();

    /// A name of 1 to 200 characters, without blanks around it.
    public String name(@Nullable String given) {
        var name = given == null ? "" : given.strip();
        wrong.unless(
                !name.isEmpty() && name.length() <= LONGEST_NAME && WrongFields.plain(name),
                "name",
                "has 1 to 200 characters");
        return name;
    }

    public @Nullable String description(@Nullable String given) {
        wrong.unless(
                given == null || (given.length() <= LONGEST_TEXT && WrongFields.whole(given)),
                "description",
                "has at most 10,000 characters");
        return given;
    }

    /// Tags without blanks around them, each once.
    public List<String> tags(Collection<String> given) {
        var tags = given.stream().map(String::strip).distinct().toList();
        wrong.unless(tags.size() <= MOST_TAGS, "tags", "holds at most 50");
        wrong.unless(tags.stream().allMatch(MetadataRules::tag), "tags", "have 1 to 50 characters and no comma each");
        return tags;
    }

    /// As one text with commas.
    public List<String> tags(String given) {
        return tags(Stream.of(given.split(",")).filter(tag -> !tag.isBlank()).toList());
    }

    /// The id that an admin chose; null where nobody did.
    public @Nullable DatasetId id(@Nullable String given, Actor actor) {
        if (given == null) {
            return null;
        }
        if (!admin(actor)) {
            throw new Refused(Code.FORBIDDEN, "Only an admin chooses a dataset's id.");
        }
        wrong.unless(DatasetId.isHuman(given), "id", "has 2 to 99 of a-z, 0-9 and -, and is no word of our routes");
        return DatasetId.isHuman(given) ? new DatasetId(given) : null;
    }

    /// Who sees a new dataset: only its owner where nothing is said. An organization is chosen afterwards, by a
    /// PUT.
    public Visibility firstVisibility(@Nullable Visibility given) {
        wrong.unless(
                given != Visibility.ORGANIZATION,
                "visibility",
                "becomes 'organization' by a PUT that names the organization");
        return given == null ? Visibility.PRIVATE : given;
    }

    /// Refuses whatever was wrong so far, all of it at once.
    public void refuse() {
        wrong.refuse();
    }

    /// Refuses the platform's tag from anybody but an admin, unless it is there already.
    public static void mayTag(Collection<String> tags, Collection<String> present, Actor actor) {
        if (tags.contains(PLATFORM) && !present.contains(PLATFORM) && !admin(actor)) {
            throw new Refused(Code.FORBIDDEN, "Only an admin sets the tag " + PLATFORM + ".");
        }
    }

    public static boolean admin(Actor actor) {
        return actor instanceof Actor.Person person && person.admin();
    }

    private static boolean tag(String tag) {
        return !tag.isEmpty() && tag.length() <= LONGEST_TAG && tag.indexOf(',') < 0 && WrongFields.plain(tag);
    }
}
